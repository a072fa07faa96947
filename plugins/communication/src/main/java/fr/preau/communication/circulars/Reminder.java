package fr.preau.communication.circulars;

import java.time.LocalDate;
import java.util.Optional;

/** When somebody who has not answered is reminded. */
enum Reminder {
    /** Two days before the last day, or the day before where two were too many. */
    SOON("soon"),
    /** On the last day. */
    LAST_DAY("last");

    static final int DAYS_BEFORE = 2;

    private final String code;

    Reminder(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Optional<Reminder> of(LocalDate deadline, LocalDate today) {
        if (deadline.equals(today)) {
            return Optional.of(LAST_DAY);
        }
        boolean soon = deadline.isAfter(today) && !deadline.isAfter(today.plusDays(DAYS_BEFORE));
        return soon ? Optional.of(SOON) : Optional.empty();
    }
}
