package fr.preau.communication.circulars;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A line of the circulars that were sent.
 *
 * @param replacedBy its own identity as long as none took its place
 * @param children who are still at the collège
 * @param settled for how many of them who must has answered
 */
public record SentCircularRow(
        UUID circular,
        String title,
        String author,
        LocalDate deadline,
        Instant sentAt,
        UUID replacedBy,
        long children,
        long settled) {

    public boolean replaced() {
        return !replacedBy.equals(circular);
    }
}
