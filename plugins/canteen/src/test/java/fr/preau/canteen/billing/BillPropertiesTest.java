package fr.preau.canteen.billing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.PersonId;
import fr.preau.api.school.PublicHoliday;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.school.SchoolDay;
import fr.preau.api.school.SchoolHolidays;
import fr.preau.api.school.Uai;
import fr.preau.canteen.booking.ChangeKind;
import fr.preau.canteen.registration.Payers;
import fr.preau.canteen.registration.RegisteredChild;
import fr.preau.canteen.registration.Split;
import fr.preau.canteen.rules.SchoolYear;
import fr.preau.canteen.service.HeldService;
import fr.preau.canteen.tariff.Band;
import fr.preau.canteen.tariff.Bands;
import fr.preau.canteen.tariff.Prices;
import fr.preau.canteen.tariff.Quotient;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever is cancelled, served, said wrongly, put right and billed in whatever order: each meal
 * that was eaten is paid once, to the cent, and no other one is.
 */
class BillPropertiesTest {

    private static final Uai COLLEGE = new Uai("0920001B");
    private static final UUID PUPIL = new UUID(1, 1);
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);

    /** What happens on a day, or to the family. */
    enum Act {
        CANCEL,
        AWAY,
        BACK,
        SERVE,
        UNSERVE,
        HOLD,
        QUOTIENT,
        SHARE,
        WEEKS,
        ALONE,
        BILL
    }

    /**
     * @param day of September to December
     * @param number whatever an act needs one for
     */
    record Step(Act act, int day, int number) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Act.values()),
                        Arbitraries.integers().between(0, 121),
                        Arbitraries.integers().between(0, 200_000))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    @Property(tries = 10_000)
    void eachMealThatWasEatenIsPaidOnce(@ForAll("steps") List<Step> steps) {
        Family family = new Family();
        steps.forEach(family::take);
        family.bill(YearMonth.of(2026, 12));

        family.checkAll();
    }

    /** Monday to Friday without holidays. */
    private static final class Weekdays implements SchoolCalendar {

        @Override
        public SchoolDay on(LocalDate day) {
            return new SchoolDay(day, null, null, true);
        }

        @Override
        public List<SchoolHolidays> holidaysBetween(LocalDate first, LocalDate last) {
            return List.of();
        }

        @Override
        public List<PublicHoliday> publicHolidaysBetween(LocalDate first, LocalDate last) {
            return List.of();
        }

        @Override
        public LocalDate publishedUntil() {
            return LocalDate.of(2030, 8, 31);
        }

        @Override
        public String source() {
            return "a test";
        }
    }

    /** A line that was issued, with the days that no credit note has taken back. */
    private record Issued(UUID invoice, int place, DraftLine line, Set<LocalDate> live) {}

    /** One child and what its family was sent. */
    private static final class Family {

        private final SchoolCalendar school = new Weekdays();
        private final Map<LocalDate, ChangeKind> changes = new HashMap<>();
        private final Set<LocalDate> served = new HashSet<>();
        private final Set<HeldService.Key> held = new HashSet<>();
        private final List<Issued> issued = new ArrayList<>();
        private final Map<LocalDate, Integer> priced = new HashMap<>();
        private Payers payers = new Payers(Split.ALONE, 100, false, "", "");
        private Optional<Quotient> quotient = Optional.empty();
        private final Set<LocalDate> billed = new HashSet<>();
        private long asked;
        private long takenBack;

        private final Prices prices =
                new Prices(
                        List.of(
                                tariff(SEPTEMBER.minusYears(1), 0),
                                tariff(LocalDate.of(2026, 11, 17), 7)));

        private static Prices.Dated tariff(LocalDate from, int more) {
            List<Band> bands = new ArrayList<>();
            for (int i = 0; i < Bands.COUNT; i++) {
                Integer to = i == Bands.COUNT - 1 ? null : (i + 1) * 25_000 - 1;
                bands.add(new Band(i * 25_000, to, 111 + 101 * i + more));
            }
            return new Prices.Dated(from, "Arrêté " + more, 673 + more, new Bands(bands));
        }

        void take(Step step) {
            LocalDate day = SEPTEMBER.plusDays(step.day());
            switch (step.act()) {
                case CANCEL -> changes.put(day, ChangeKind.CANCELLED);
                case AWAY -> changes.put(day, ChangeKind.AWAY);
                case BACK -> changes.remove(day);
                case SERVE -> served.add(day);
                case UNSERVE -> served.remove(day);
                case HOLD -> held.add(new HeldService.Key(COLLEGE.value(), day));
                case QUOTIENT -> quotient = Optional.of(new Quotient(step.number()));
                case SHARE ->
                        payers =
                                new Payers(
                                        Split.SHARES, 1 + step.number() % 99, false, "Autre", "");
                case WEEKS ->
                        payers = new Payers(Split.WEEKS, 100, step.number() % 2 == 0, "Autre", "");
                case ALONE -> payers = new Payers(Split.ALONE, 100, false, "", "");
                case BILL -> bill(YearMonth.from(day));
            }
        }

        private BilledPupil pupil() {
            RegisteredChild child =
                    new RegisteredChild(
                            new UUID(2, 2),
                            new SchoolYear(2026),
                            COLLEGE,
                            "Collège",
                            new PersonId(PUPIL),
                            "Awa",
                            Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY),
                            LocalDate.of(2026, 9, 14));
            return new BilledPupil(
                    PUPIL,
                    "Awa",
                    COLLEGE,
                    "Collège",
                    Optional.of(child),
                    payers,
                    quotient,
                    changes,
                    served);
        }

        void bill(YearMonth month) {
            Period period = new Period(month.atDay(1), month.atEndOfMonth());
            Bill bill = Bill.of(pupil(), period, prices, school, billed, held, invoiced());
            bill.lines()
                    .forEach(
                            (payer, lines) -> {
                                UUID invoice = UUID.randomUUID();
                                for (DraftLine line : lines) {
                                    asked += line.cents();
                                    if (line.unit() > 0) {
                                        issued.add(
                                                new Issued(
                                                        invoice,
                                                        issued.size(),
                                                        line,
                                                        new HashSet<>(line.days())));
                                    }
                                    if (line.kind().isEaten()) {
                                        line.days().forEach(day -> priced.put(day, line.price()));
                                    }
                                }
                            });
            for (Bill.Wrong wrong : bill.toCredit()) {
                Issued line =
                        issued.stream()
                                .filter(each -> each.place() == wrong.meal().place())
                                .findFirst()
                                .orElseThrow();
                assertThat(line.live().remove(wrong.day())).as("taken back once").isTrue();
                takenBack += wrong.meal().unit();
            }
            check(period);
            period.first().datesUntil(period.last().plusDays(1)).forEach(billed::add);
        }

        private Map<LocalDate, List<InvoicedMeal>> invoiced() {
            Map<LocalDate, List<InvoicedMeal>> meals = new HashMap<>();
            for (Issued line : issued) {
                line.live()
                        .forEach(
                                day ->
                                        meals.computeIfAbsent(day, each -> new ArrayList<>())
                                                .add(
                                                        new InvoicedMeal(
                                                                line.invoice(),
                                                                line.place(),
                                                                line.line().unit())));
            }
            return meals;
        }

        private boolean isEaten(LocalDate day) {
            boolean isHeld = held.contains(new HeldService.Key(COLLEGE.value(), day));
            boolean booked =
                    (day.getDayOfWeek() == DayOfWeek.MONDAY
                                    || day.getDayOfWeek() == DayOfWeek.THURSDAY)
                            && !day.isBefore(LocalDate.of(2026, 9, 14));
            return served.contains(day) || booked && !changes.containsKey(day) && !isHeld;
        }

        private int live(LocalDate day) {
            return issued.stream()
                    .filter(line -> line.live().contains(day))
                    .mapToInt(line -> line.line().unit())
                    .sum();
        }

        /** After a run each day that it has looked at is right. */
        private void check(Period period) {
            period.lookedAtFrom()
                    .datesUntil(period.last().plusDays(1))
                    .filter(day -> !day.isBefore(period.first()) || billed.contains(day))
                    .forEach(
                            day ->
                                    assertThat(live(day))
                                            .as(day.toString())
                                            .isEqualTo(
                                                    isEaten(day)
                                                            ? priced.getOrDefault(day, -1)
                                                            : 0));
        }

        void checkAll() {
            long live =
                    issued.stream()
                            .mapToLong(line -> (long) line.line().unit() * line.live().size())
                            .sum();
            assertThat(asked - takenBack).isEqualTo(live);
        }
    }
}
