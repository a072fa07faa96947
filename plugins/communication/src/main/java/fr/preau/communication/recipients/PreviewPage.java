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
 * @param also the names of those to whom an exception lets this person write
 * @param never the names of those to whom one does not
 */
public record PreviewPage(
        String q,
        List<Somebody> found,
        @Nullable Somebody person,
        List<Line> lines,
        List<String> also,
        List<String> never) {

    public PreviewPage {
        found = List.copyOf(found);
        lines = List.copyOf(lines);
        also = List.copyOf(also);
        never = List.copyOf(never);
    }

    /** A person of the collège. */
    public record Somebody(String id, String name, Profile profile) {}

    /**
     * What holds among the people of one profile.
     *
     * @param people how many could be written to
     * @param reason of the exception by which it holds, null where it is the collège's rule
     */
    public record Line(Profile reader, Range range, int people, @Nullable String reason) {}
}
