package fr.preau.communication.circulars;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A guardian whom a circular has for a child.
 *
 * @param recipient the row of the guardian
 * @param settled when nobody was waited for any more
 * @param left when the child was found to be gone
 */
public record AskedRow(
        UUID childRow,
        UUID child,
        String className,
        UUID recipient,
        UUID guardian,
        boolean asks,
        int answers,
        @Nullable Instant settled,
        @Nullable Instant left) {

    /** Whether this guardian was taken off though nobody has answered for the child. */
    boolean isMissed() {
        return !asks && answers == 0 && settled == null;
    }
}
