package fr.preau.communication.circulars;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a guardian received for a child and answered, once for each answer.
 *
 * @param withdrawn whether the school has taken it from its readers
 */
public record KeptPartRow(
        String title,
        String text,
        String questions,
        String child,
        @Nullable String guardian,
        Instant sentAt,
        @Nullable String given,
        @Nullable Instant answeredAt,
        boolean withdrawn) {}
