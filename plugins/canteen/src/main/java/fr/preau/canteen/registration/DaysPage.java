package fr.preau.canteen.registration;

import fr.preau.api.route.Violations;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Step 2: on which days each child eats.
 *
 * @param served on which days the canteen serves
 * @param until when they change freely
 * @param free whether that day has not passed
 * @param lacking the first child that eats on no day, once that is told
 */
public record DaysPage(
        Step step,
        List<Line> children,
        Set<DayOfWeek> served,
        LocalDate until,
        boolean free,
        @Nullable UUID lacking,
        Violations violations) {

    public DaysPage {
        children = List.copyOf(children);
        served = Set.copyOf(served);
    }

    /** A child of the application. */
    public record Line(UUID child, String name, String college, Set<DayOfWeek> days) {

        public Line {
            days = Set.copyOf(days);
        }
    }
}
