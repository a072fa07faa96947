package fr.preau.communication.appointments;

import java.time.Instant;
import java.util.UUID;

/**
 * A line of the card as it comes from the tables.
 *
 * @param kind {@code BOOK}, {@code FAMILY} or {@code HOST}
 */
record CardRow(String kind, UUID meeting, UUID host, String title, Instant at) {

    /** From a row of the query, whose identities are text. */
    static CardRow of(Object[] row) {
        return new CardRow(
                (String) row[0],
                UUID.fromString((String) row[1]),
                UUID.fromString((String) row[2]),
                (String) row[3],
                Instant.ofEpochSecond(((Number) row[4]).longValue()));
    }

    MeetingsCard.Line line() {
        return new MeetingsCard.Line(
                meeting,
                title,
                at,
                kind.equals("HOST") ? "/hosts/" + host : "/meetings/" + meeting + "/book");
    }
}
