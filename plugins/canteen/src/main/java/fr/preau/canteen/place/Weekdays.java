package fr.preau.canteen.place;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The days of the week on which a canteen may serve, as forms name them. */
public final class Weekdays {

    public static final List<DayOfWeek> ALL =
            List.of(
                    DayOfWeek.MONDAY,
                    DayOfWeek.TUESDAY,
                    DayOfWeek.WEDNESDAY,
                    DayOfWeek.THURSDAY,
                    DayOfWeek.FRIDAY);

    private Weekdays() {}

    /**
     * Those that were ticked; what is no such day counts for nothing.
     *
     * @param numbers of ISO 8601: Monday is 1
     */
    public static Set<DayOfWeek> of(@Nullable List<Integer> numbers) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        List<Integer> ticked = numbers == null ? List.of() : numbers;
        ALL.stream().filter(day -> ticked.contains(day.getValue())).forEach(days::add);
        return days;
    }

    /** As a row holds them: the numbers of ISO 8601, with commas. */
    public static String written(Set<DayOfWeek> days) {
        return days.stream()
                .sorted()
                .map(day -> String.valueOf(day.getValue()))
                .collect(Collectors.joining(","));
    }

    /** Out of a row. */
    public static Set<DayOfWeek> read(String written) {
        List<String> numbers = List.of(written.split(","));
        return ALL.stream()
                .filter(day -> numbers.contains(String.valueOf(day.getValue())))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
    }
}
