package fr.preau.communication.circulars;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A circular as a guardian received it for a child. */
public record ReceivedRow(
        UUID circular,
        String title,
        String child,
        String className,
        LocalDate deadline,
        Instant closesAt,
        Instant sentAt,
        boolean asks,
        int answers,
        @Nullable Instant settledAt,
        UUID replacedBy) {}
