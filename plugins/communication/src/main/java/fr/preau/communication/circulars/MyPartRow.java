package fr.preau.communication.circulars;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a circular asks of a guardian for a child, and what they last answered.
 *
 * @param settledAt when those who must had answered
 */
public record MyPartRow(
        UUID child,
        String childName,
        String className,
        boolean asks,
        int answers,
        @Nullable Instant readAt,
        @Nullable Instant settledAt,
        @Nullable String given,
        @Nullable Instant answeredAt,
        @Nullable Boolean late) {}
