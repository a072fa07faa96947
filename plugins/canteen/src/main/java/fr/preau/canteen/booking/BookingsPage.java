package fr.preau.canteen.booking;

import fr.preau.api.route.Violations;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The meals of a family's children in a month, brothers and sisters together.
 *
 * @param own whether they are booked here; else the Département's page does it
 * @param before the month before, if there is anything in it
 * @param after the month after, if there is anything in it
 * @param complete whether all collèges have answered
 * @param next the first meal that can still be changed; null where there is none
 */
public record BookingsPage(
        boolean own,
        YearMonth month,
        @Nullable YearMonth before,
        @Nullable YearMonth after,
        List<Child> children,
        boolean complete,
        @Nullable Next next,
        Violations violations) {

    public BookingsPage {
        children = List.copyOf(children);
    }

    /** A child that is registered. */
    public record Child(UUID child, String name, String college, List<Day> days) {

        public Child {
            days = List.copyOf(days);
        }
    }

    /**
     * A day on which it eats as registered.
     *
     * @param taken whether the meal is taken
     * @param reason why the school has freed it, empty where it has not
     * @param changes whether the family can change it now
     */
    public record Day(LocalDate day, boolean taken, String reason, boolean changes) {}

    /**
     * A meal that can still be changed.
     *
     * @param until when
     * @param in how long that is, in words
     */
    public record Next(LocalDate day, Instant until, String in) {}
}
