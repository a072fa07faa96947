package fr.preau.communication.recipients;

import fr.preau.api.school.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom one person may write to, and why, for those who decide it.
 *
 * @param q the name that was looked for
 * @param found people of such a name
 * @param person who was chosen, null before
 * @param lines one for each profile of readers
 * @param groups those that this person is offered, as they are named
 * @param also the names of those to whom an exception lets this person write
 * @param never the names of those to whom one does not
 */
public record PreviewPage(
        String q,
        List<Somebody> found,
        @Nullable Somebody person,
        List<Line> lines,
        List<Group> groups,
        List<String> also,
        List<String> never) {

    public PreviewPage {
        found = List.copyOf(found);
        lines = List.copyOf(lines);
        groups = List.copyOf(groups);
        also = List.copyOf(also);
        never = List.copyOf(never);
    }

    /** A person of the collège. */
    public record Somebody(String id, String name, Profile profile) {}

    /**
     * What holds among the people of one profile.
     *
     * @param people how many could be written to
     * @param names of these, not always all
     * @param reason of the exception by which it holds, null where it is the collège's rule
     */
    public record Line(
            Profile reader, Range range, int people, List<String> names, @Nullable String reason) {

        public Line {
            names = List.copyOf(names);
        }
    }

    /**
     * A group that this person is offered.
     *
     * @param code of its audience
     * @param name the class or group it is about, empty where its kind says enough
     * @param people how many they are; null where nobody counted yet
     */
    public record Group(String code, String name, @Nullable Integer people) {}
}
