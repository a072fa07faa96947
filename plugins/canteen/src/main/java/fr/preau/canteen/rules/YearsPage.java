package fr.preau.canteen.rules;

import java.time.LocalDate;
import java.util.List;

/**
 * The school years of which the rules are fixed, the latest first.
 *
 * @param own whether rules are fixed here; of a collège whose canteen the Département runs, they
 *     are not
 * @param changes whether this person fixes them
 * @param next the civil year in which the next school year without rules begins
 */
public record YearsPage(boolean own, boolean changes, int next, List<Line> years) {

    public YearsPage {
        years = List.copyOf(years);
    }

    /**
     * One school year.
     *
     * @param open whether families can register today
     */
    public record Line(
            int year, String name, LocalDate campaignFrom, LocalDate campaignUntil, boolean open) {}
}
