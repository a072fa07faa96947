package fr.preau.canteen.booking;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which month of meals.
 *
 * @param month as in {@code 2026-11}; the one that runs where it is none
 */
public record BookingsInput(@Nullable String month) {

    Optional<YearMonth> chosen() {
        return month(month);
    }

    static Optional<YearMonth> month(@Nullable String typed) {
        try {
            return typed == null ? Optional.empty() : Optional.of(YearMonth.parse(typed));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
