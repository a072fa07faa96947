package fr.preau.core.plugins.manifest;

import fr.preau.api.school.Profile;
import java.util.Set;

/**
 * A kind of thing that a module tells people.
 *
 * @param title in French, as a person reads it who chooses how to be told
 * @param profiles who can be told it
 */
public record DeclaredNotice(String id, String title, Urgency urgency, Set<Profile> profiles) {

    public DeclaredNotice {
        profiles = Set.copyOf(profiles);
    }

    /** Whether it waits. */
    public enum Urgency {
        /** What is sent waits for the end of the quiet hours. */
        NORMAL,
        /** It waits for nothing. */
        EMERGENCY
    }
}
