package fr.preau.communication.circulars;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A day in Paris until whose end one may answer. */
record Deadline(LocalDate day) {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    static LocalDate today(Instant now) {
        return now.atZone(PARIS).toLocalDate();
    }

    /** Midnight, after the day: the first moment that is too late. */
    Instant closesAt() {
        return day.plusDays(1).atStartOfDay(PARIS).toInstant();
    }

    /** Whether a circular of this moment may have it: from that day on, for a year at most. */
    boolean isPossible(Instant now) {
        LocalDate today = today(now);
        return !day.isBefore(today) && !day.isAfter(today.plusYears(1));
    }
}
