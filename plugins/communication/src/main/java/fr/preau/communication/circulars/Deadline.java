package fr.preau.communication.circulars;

import fr.preau.api.school.SchoolCalendar;
import java.time.Instant;
import java.time.LocalDate;

/** A day in Paris until whose end one may answer. */
record Deadline(LocalDate day) {

    static LocalDate today(Instant now) {
        return now.atZone(SchoolCalendar.ZONE).toLocalDate();
    }

    /** Midnight, after the day: the first moment that is too late. */
    Instant closesAt() {
        return day.plusDays(1).atStartOfDay(SchoolCalendar.ZONE).toInstant();
    }

    /** Whether a circular of this moment may have it: from that day on, for a year at most. */
    boolean isPossible(Instant now) {
        LocalDate today = today(now);
        return !day.isBefore(today) && !day.isAfter(today.plusYears(1));
    }
}
