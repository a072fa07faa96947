package fr.preau.canteen.registration;

import fr.preau.api.route.Violations;
import fr.preau.canteen.tariff.MealPrice;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as those see it who run the canteen.
 *
 * @param income of the tax notice, in euros, or as it was typed
 * @param shares of the tax notice, or as they were typed
 * @param quotient in cents; null where none is given
 * @param price of a meal today; null where no tariff is fixed
 * @param file the name of the tax notice; null where there is none
 * @param checkedBy who has looked at the quotient, empty as long as nobody has
 * @param decides whether it can be accepted or refused now
 */
public record ApplicationPage(
        UUID application,
        String year,
        String guardian,
        ApplicationState state,
        @Nullable Instant sentAt,
        boolean late,
        List<Line> children,
        String income,
        String shares,
        @Nullable Integer quotient,
        @Nullable MealPrice price,
        @Nullable String file,
        Payers payers,
        Check check,
        String reason,
        String checkedBy,
        boolean decides,
        Violations violations) {

    public ApplicationPage {
        children = List.copyOf(children);
    }

    /** A child of it. */
    public record Line(
            String name,
            String college,
            String className,
            Set<DayOfWeek> days,
            Check identity,
            String reason,
            String checkedBy) {

        public Line {
            days = Set.copyOf(days);
        }
    }
}
