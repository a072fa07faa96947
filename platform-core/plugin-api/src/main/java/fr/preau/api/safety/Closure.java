package fr.preau.api.safety;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody can't write now.
 *
 * @param by who has closed writing
 * @param notice what to tell people where they would write, in the words of whoever has closed it
 * @param since when it was closed
 * @param until when it opens again by itself; null where somebody has to open it
 */
public record Closure(By by, String notice, Instant since, @Nullable Instant until) {

    /** Who may close writing. */
    public enum By {
        /** The Département, for all collèges or some. */
        DEPARTEMENT,
        /** The principal or administrator of the collège, for that collège. */
        COLLEGE
    }
}
