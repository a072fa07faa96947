package fr.preau.canteen.tariff;

import fr.preau.api.route.Violations;
import fr.preau.canteen.tariff.TariffsPage.Shown;
import java.time.DayOfWeek;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a meal would cost.
 *
 * @param own whether tariffs are fixed here; else the Département's page tells prices
 * @param tariff that holds today; null where none is fixed yet
 * @param income as it was typed
 * @param shares as it was typed
 * @param days on which the child would eat
 * @param price null where nothing was asked, or it can't be told
 */
public record SimulatorPage(
        boolean own,
        @Nullable Shown tariff,
        String income,
        String shares,
        Set<DayOfWeek> days,
        @Nullable Price price,
        Violations violations) {

    public SimulatorPage {
        days = Set.copyOf(days);
    }

    /**
     * A price, in cents.
     *
     * @param quotient the monthly family quotient that was found
     * @param band its number, the first is 1
     * @param meal one meal
     * @param week a week with all chosen days
     * @param meals how many meals are left until the summer, without holidays
     * @param year what these cost
     */
    public record Price(int quotient, int band, int meal, int week, int meals, int year) {}
}
