package fr.preau.communication.circulars;

import fr.preau.communication.schooldays.TellingDays;
import java.time.LocalDate;
import java.util.Optional;

/** When somebody who has not answered is reminded. */
enum Reminder {
    /** Two days before the last day, or the day before where two were too many. */
    SOON("soon"),
    /** On the last day. Both come earlier where there is no school on that day. */
    LAST_DAY("last");

    static final int DAYS_BEFORE = 2;

    private final String code;

    Reminder(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** The last deadline of which somebody may be reminded on this day. */
    static LocalDate farthest(LocalDate today, TellingDays days) {
        return days.firstAfter(today).minusDays(1).plusDays(DAYS_BEFORE);
    }

    static Optional<Reminder> of(LocalDate deadline, LocalDate today, TellingDays days) {
        if (deadline.isBefore(today)) {
            return Optional.empty();
        }
        if (!today.isBefore(days.lastUntil(deadline))) {
            return Optional.of(LAST_DAY);
        }
        boolean soon = !today.isBefore(days.lastUntil(deadline.minusDays(DAYS_BEFORE)));
        return soon ? Optional.of(SOON) : Optional.empty();
    }
}
