package fr.preau.canteen.tariff;

import fr.preau.api.route.Violations;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.place.Weekdays;
import fr.preau.canteen.tariff.SimulatorPage.Price;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.Set;

/** Tells what a meal would cost, by the tax notice; nothing of it is kept. */
final class Simulator {

    private static final ModuleTexts TEXTS = ModuleTexts.of(Simulator.class);

    /** As most collèges serve. */
    private static final Set<DayOfWeek> USUAL =
            EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    private final TariffBook book;
    private final SchoolCalendar school;
    private final Clock clock;

    Simulator(TariffBook book, SchoolCalendar school, Clock clock) {
        this.book = book;
        this.school = school;
        this.clock = clock;
    }

    SimulatorPage page(SimulatorInput input, boolean own) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SchoolCalendar.ZONE);
        TariffBook.Entry tariff = own ? book.on(today).orElse(null) : null;
        Set<DayOfWeek> days = input.asks() ? Weekdays.of(input.days()) : USUAL;
        Violations violations = Violations.none();
        Price price = null;
        if (tariff != null && input.asks()) {
            violations = problems(input, days);
            if (violations.isEmpty()) {
                Quotient quotient =
                        TaxNotice.of(input.typedIncome(), input.typedShares())
                                .orElseThrow()
                                .quotient();
                price = price(tariff.bands(), quotient, days, today);
            }
        }
        return new SimulatorPage(
                own,
                tariff == null ? null : TariffsPage.Shown.of(tariff),
                input.typedIncome(),
                input.typedShares(),
                days,
                price,
                violations);
    }

    private static Violations problems(SimulatorInput input, Set<DayOfWeek> days) {
        Violations problems = TaxNotice.problems(input.typedIncome(), input.typedShares());
        return days.isEmpty()
                ? problems.and(Violations.of("days", TEXTS.text("simulator.problem.days")))
                : problems;
    }

    private Price price(Bands bands, Quotient quotient, Set<DayOfWeek> days, LocalDate today) {
        int number = bands.numberOf(quotient);
        int meal = bands.bands().get(number - 1).price();
        int meals = mealsUntilSummer(days, today);
        return new Price(quotient.cents(), number, meal, meal * days.size(), meals, meal * meals);
    }

    /** Days of school on these weekdays, from today to the end of the school year. */
    private int mealsUntilSummer(Set<DayOfWeek> days, LocalDate today) {
        LocalDate july = LocalDate.of(today.getYear(), Month.JULY, 1);
        LocalDate end =
                today.isBefore(july.plusMonths(1)) ? july.plusMonths(1) : july.plusMonths(13);
        return Math.toIntExact(
                today.datesUntil(end)
                        .filter(day -> days.contains(day.getDayOfWeek()))
                        .filter(day -> school.on(day).isSchoolDay())
                        .count());
    }
}
