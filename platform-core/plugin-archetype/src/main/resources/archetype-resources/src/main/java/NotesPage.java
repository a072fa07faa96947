package ${package};

import fr.preau.api.page.PageOf;
import fr.preau.api.route.Violations;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The notes, newest first, and the form for a new one.
 *
 * @param mayWrite whether the reader sees the form
 * @param key of the next note: a form sent twice makes one
 * @param typed what was typed, if it could not be taken
 */
public record NotesPage(
        PageOf<Line> notes, boolean mayWrite, UUID key, String typed, Violations violations) {

    /** A note. */
    public record Line(String text, Instant writtenAt) {}

    /** Which page is asked for, from 1; 0 for the first as well. */
    public record Number(int page) {}

    /** The same with what was typed and what is wrong with it. */
    NotesPage again(NoteInput input, Violations problems) {
        return new NotesPage(
                notes, mayWrite, key, Objects.requireNonNullElse(input.text(), ""), problems);
    }
}
