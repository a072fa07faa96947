package fr.preau.communication.reports;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that somebody may report, as the query answers it.
 *
 * @param message the letter or the reply
 * @param recipient of the letter that its conversation began with
 * @param readers how many received it
 */
public record ReportedMessage(
        UUID message,
        UUID author,
        UUID recipient,
        String subject,
        String text,
        Instant sentAt,
        int readers) {

    /** The same message in these words. */
    ReportedMessage saying(String newSubject, String newText) {
        return new ReportedMessage(
                message, author, recipient, newSubject, newText, sentAt, readers);
    }

    /** A reply, which one person received. */
    public ReportedMessage(
            UUID message,
            UUID author,
            UUID recipient,
            String subject,
            String text,
            Instant sentAt) {
        this(message, author, recipient, subject, text, sentAt, 1);
    }
}
