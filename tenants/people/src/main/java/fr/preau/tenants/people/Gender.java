package fr.preau.tenants.people;

/** As the school's files know it, which have no third value. */
public enum Gender {
    FEMALE("Mme"),
    MALE("M.");

    private final String title;

    Gender(String title) {
        this.title = title;
    }

    /** The form of address in the files. */
    public String title() {
        return title;
    }
}
