package fr.preau.communication.calendar;

import java.time.YearMonth;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the calendar to show.
 *
 * @param month this one if none is named
 * @param kind one kind only, in small letters; {@code holidays} shows nothing but these
 * @param child of a guardian, whose classes count alone
 * @param page of the list, from 1
 */
public record CalendarInput(
        @Nullable YearMonth month,
        @Nullable String kind,
        @Nullable UUID child,
        @Nullable Integer page) {

    /** Years in which a collège may look around. */
    private static final int FIRST_YEAR = 2020;

    private static final int LAST_YEAR = 2100;

    YearMonth monthOr(YearMonth current) {
        return month != null && month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR
                ? month
                : current;
    }

    Kinds kinds() {
        return Kinds.of(kind);
    }

    int pageNumber() {
        return Math.min(Math.max(Objects.requireNonNullElse(page, 1), 1), 1_000);
    }
}
