package fr.preau.communication.calendar;

/** For whom an event of the collège or of classes is, beside the staff, who see all of them. */
public record Readers(boolean pupils, boolean guardians, boolean teachers) {

    static final Readers ALL = new Readers(true, true, true);

    boolean nobody() {
        return !pupils && !guardians && !teachers;
    }
}
