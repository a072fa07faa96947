package fr.preau.portal.pages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last import of a collège's people.
 *
 * @param done persons read so far
 * @param total persons to read
 * @param message why it was refused: file, line and reason; or when it is tried again
 * @param at when it ended, or began if it runs
 */
public record ImportLine(
        ImportState state, int done, int total, @Nullable String message, @Nullable Instant at) {

    public static ImportLine none() {
        return new ImportLine(ImportState.NONE, 0, 0, null, null);
    }

    public boolean underWay() {
        return state == ImportState.WAITING || state == ImportState.RUNNING;
    }
}
