package fr.preau.canteen.billing;

import fr.preau.api.school.SchoolCalendar;
import fr.preau.canteen.registration.Payers;
import fr.preau.canteen.registration.Split;
import fr.preau.canteen.service.HeldService;
import fr.preau.canteen.tariff.MealPrice;
import fr.preau.canteen.tariff.Prices;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a pupil's meals of a period cost whom.
 *
 * <p>A meal is billed once. Days before the period that were billed are looked at again: a meal
 * that was not known then is billed now, one that was billed and not eaten is credited. Days that
 * nobody has billed are left alone, for they may have been billed elsewhere. What a meal cost on an
 * issued invoice never changes. Half a cent of a share is its owner's, the other payer pays what is
 * left, so that both together pay the meal.
 */
final class Bill {

    private static final int ALL = 100;

    private final BilledPupil pupil;
    private final Period period;
    private final Prices prices;
    private final Map<Key, List<LocalDate>> found = new LinkedHashMap<>();
    private final List<Wrong> toCredit = new ArrayList<>();
    private int unpriced;
    private int unheld;

    private Bill(BilledPupil pupil, Period period, Prices prices) {
        this.pupil = pupil;
        this.period = period;
        this.prices = prices;
    }

    /** A meal that was billed and not eaten. */
    record Wrong(InvoicedMeal meal, LocalDate day) {}

    /** A place for the meals of one line. */
    private record Key(
            Payer payer,
            LineKind kind,
            boolean late,
            int band,
            int price,
            int share,
            int unit,
            String decision) {}

    /** A part of a meal. */
    private record Part(Payer payer, int share, int unit) {}

    /**
     * @param billed the days before the period that were billed
     * @param held where and when lines have run
     * @param invoiced the pupil's meals that stand on issued invoices, by day; a day without one is
     *     not billed again either
     */
    static Bill of(
            BilledPupil pupil,
            Period period,
            Prices prices,
            SchoolCalendar school,
            Set<LocalDate> billed,
            Set<HeldService.Key> held,
            Map<LocalDate, List<InvoicedMeal>> invoiced) {
        Bill bill = new Bill(pupil, period, prices);
        period.lookedAtFrom()
                .datesUntil(period.last().plusDays(1))
                .filter(day -> !day.isBefore(period.first()) || billed.contains(day))
                .forEach(
                        day -> {
                            HeldService.Key line =
                                    new HeldService.Key(pupil.college().value(), day);
                            bill.look(
                                    day,
                                    school.on(day).isSchoolDay(),
                                    held.contains(line),
                                    invoiced.get(day));
                        });
        return bill;
    }

    private void look(
            LocalDate day,
            boolean isSchoolDay,
            boolean isHeld,
            @Nullable List<InvoicedMeal> invoiced) {
        LineKind kind = pupil.on(day, isSchoolDay, isHeld).orElse(null);
        boolean eaten = kind != null && kind.isEaten();
        if (invoiced != null) {
            if (!eaten) {
                invoiced.forEach(meal -> toCredit.add(new Wrong(meal, day)));
            }
        } else if (kind != null && eaten) {
            bill(kind, day, isHeld);
        } else if (kind != null && !day.isBefore(period.first())) {
            add(kind, day, new MealPrice(0, 0, ""));
        }
    }

    private void bill(LineKind kind, LocalDate day, boolean isHeld) {
        Optional<MealPrice> price =
                kind == LineKind.PASSAGER
                        ? prices.passager(day)
                        : prices.registered(day, pupil.quotient());
        if (price.isEmpty()) {
            unpriced++;
            return;
        }
        if (!isHeld) {
            unheld++;
        }
        add(kind, day, price.get());
    }

    private void add(LineKind kind, LocalDate day, MealPrice price) {
        for (Part part : parts(pupil.payers(), price.cents(), day)) {
            Key key =
                    new Key(
                            part.payer(),
                            kind,
                            day.isBefore(period.first()),
                            price.band(),
                            price.cents(),
                            part.share(),
                            part.unit(),
                            price.decision());
            found.computeIfAbsent(key, each -> new ArrayList<>()).add(day);
        }
    }

    private static List<Part> parts(Payers payers, int cents, LocalDate day) {
        if (payers.split() == Split.WEEKS) {
            boolean even = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) % 2 == 0;
            Payer payer = even == payers.ownEven() ? Payer.OWN : Payer.OTHER;
            return List.of(new Part(payer, ALL, cents));
        }
        int share = payers.split() == Split.SHARES ? payers.ownShare() : ALL;
        int own = (cents * share + ALL / 2) / ALL;
        return share == ALL
                ? List.of(new Part(Payer.OWN, ALL, cents))
                : List.of(
                        new Part(Payer.OWN, share, own),
                        new Part(Payer.OTHER, ALL - share, cents - own));
    }

    /** What each of the payers pays, and what costs them nothing; neither may be there. */
    Map<Payer, List<DraftLine>> lines() {
        Map<Payer, List<DraftLine>> lines = new EnumMap<>(Payer.class);
        found.forEach(
                (key, days) ->
                        lines.computeIfAbsent(key.payer(), payer -> new ArrayList<>())
                                .add(
                                        new DraftLine(
                                                key.kind(),
                                                pupil.pupil(),
                                                pupil.name(),
                                                pupil.collegeName(),
                                                key.late(),
                                                key.band(),
                                                key.price(),
                                                key.share(),
                                                key.unit(),
                                                key.decision(),
                                                days)));
        return lines;
    }

    /** Meals of issued invoices that were not eaten. */
    List<Wrong> toCredit() {
        return toCredit;
    }

    /** Meals that nobody can bill, for no tariff is fixed for their day. */
    int unpriced() {
        return unpriced;
    }

    /** Meals that are billed as registered, for no line has run on their day. */
    int unheld() {
        return unheld;
    }
}
