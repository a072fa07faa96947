package fr.preau.canteen.registration;

import fr.preau.api.route.Violations;
import fr.preau.canteen.tariff.MealPrice;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All of an application before it is sent.
 *
 * @param quotient in cents; null where none is given
 * @param price of a meal today; null where no tariff is fixed
 * @param file the name of the tax notice
 * @param late whether its campaign is over
 * @param reason why it came back, empty where it did not
 */
public record SummaryPage(
        Step step,
        String guardian,
        List<Line> children,
        @Nullable Integer quotient,
        @Nullable MealPrice price,
        @Nullable String file,
        Payers payers,
        boolean late,
        String reason,
        Violations violations) {

    public SummaryPage {
        children = List.copyOf(children);
    }

    /**
     * A child of the application.
     *
     * @param reason why its collège has refused it, empty where it has not
     */
    public record Line(
            String name, String college, String className, Set<DayOfWeek> days, String reason) {

        public Line {
            days = Set.copyOf(days);
        }
    }
}
