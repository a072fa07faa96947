package fr.preau.communication.reports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report of the queue, as the query answers it. */
public record QueueRow(
        UUID report,
        Evidence.Kind kind,
        String author,
        String subject,
        Report.State state,
        Report.Outcome outcome,
        Instant dueAt,
        @Nullable Instant closedAt,
        int readers) {}
