package fr.preau.core.plugins.manifest;

/**
 * A kind of thing that a module tells people.
 *
 * @param title in French, as a person reads it who chooses how to be told
 */
public record DeclaredNotice(String id, String title, Urgency urgency) {

    /** Whether it waits. */
    public enum Urgency {
        /** What is sent waits for the end of the quiet hours. */
        NORMAL,
        /** It waits for nothing. */
        EMERGENCY
    }
}
