package fr.preau.canteen.booking;

import java.time.LocalDate;
import java.util.List;

/** How many meals the kitchen of a collège prepares on the next days of school. */
public record KitchenPage(List<Day> days) {

    public KitchenPage {
        days = List.copyOf(days);
    }

    /** The most that is expected on one of them, at least one: what fills a chart. */
    public int most() {
        return Math.max(1, days.stream().mapToInt(Day::expected).max().orElse(1));
    }

    /**
     * A day of school.
     *
     * @param registered who eats on such a day
     * @param cancelled by their families before the cut-off
     * @param away by the school, before the cut-off
     * @param lateAway by the school, after it: the kitchen has counted on them
     * @param classes who is expected, by class
     */
    public record Day(
            LocalDate day,
            int registered,
            int cancelled,
            int away,
            int lateAway,
            List<OfClass> classes) {

        public Day {
            classes = List.copyOf(classes);
        }

        /** Who comes, as far as anybody knows. */
        public int expected() {
            return registered - cancelled - away - lateAway;
        }
    }

    public record OfClass(String name, int expected) {}
}
