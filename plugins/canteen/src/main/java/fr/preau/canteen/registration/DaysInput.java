package fr.preau.canteen.registration;

import fr.preau.canteen.place.Weekdays;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Step 2: on which days each child eats.
 *
 * @param day each as the child in the application, a colon and the number of ISO 8601
 */
public record DaysInput(@NotNull UUID application, @Nullable List<String> day) {

    /** Those of one child; what can't be read counts for nothing. */
    Set<DayOfWeek> of(UUID child) {
        List<String> ticked = day == null ? List.of() : day;
        return Weekdays.of(
                Weekdays.ALL.stream()
                        .map(DayOfWeek::getValue)
                        .filter(number -> ticked.contains(child + ":" + number))
                        .toList());
    }
}
