package fr.preau.canteen.billing;

import fr.preau.api.school.Uai;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.booking.ChangeKind;
import fr.preau.canteen.booking.ChangedMeals;
import fr.preau.canteen.registration.Households;
import fr.preau.canteen.registration.Households.Household;
import fr.preau.canteen.registration.Households.Member;
import fr.preau.canteen.registration.Payers;
import fr.preau.canteen.registration.Split;
import fr.preau.canteen.service.ServedMeal;
import fr.preau.canteen.service.ServedMeals;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes the invoices of a run before anybody sees them, some households at a time. */
final class Preparing {

    /** Households in one portion. */
    static final int AT_ONCE = 200;

    private static final ModuleTexts TEXTS = ModuleTexts.of(Preparing.class);

    private static final Payers ALONE = new Payers(Split.ALONE, 100, false, "", "");

    private final Households households;
    private final ChangedMeals changed;
    private final ServedMeals served;
    private final Drafting drafting;

    Preparing(EntityManager entities, Drafting drafting) {
        this.households = new Households(entities);
        this.changed = new ChangedMeals(entities);
        this.served = new ServedMeals(entities);
        this.drafting = drafting;
    }

    /** How many households a run has, as far as that is known before. */
    int households(Period period) {
        return households.count(period.year());
    }

    /** The next portion; whether there is another one. */
    boolean portion(BillingRun run) {
        List<UUID> next = run.isAtPassagers() ? passagers(run) : families(run);
        if (!next.isEmpty()) {
            run.goOn(next.get(next.size() - 1), next.size());
            return true;
        }
        if (run.isAtPassagers()) {
            run.isReady();
            return false;
        }
        run.turnToPassagers();
        return true;
    }

    private List<UUID> families(BillingRun run) {
        Period period = run.period();
        List<UUID> guardians = households.after(period.year(), run.after(), AT_ONCE);
        if (guardians.isEmpty()) {
            return guardians;
        }
        List<Household> all = households.of(period.year(), guardians, period.last());
        List<Member> members = all.stream().flatMap(each -> each.members().stream()).toList();
        Map<UUID, Map<LocalDate, ChangeKind>> changes =
                changed.of(
                        members.stream().map(member -> member.child().id()).toList(),
                        period.lookedAtFrom(),
                        period.last());
        Map<UUID, List<ServedMeal>> meals =
                meals(
                        period,
                        members.stream().map(member -> member.child().pupil().value()).toList());
        List<Billable> billables = new ArrayList<>();
        for (Household household : all) {
            UUID guardian = household.guardian().value();
            Bearer own = new Bearer(guardian, Payer.OWN, guardian, household.name());
            for (Member member : household.members()) {
                String other = member.payers().otherName();
                billables.add(
                        new Billable(
                                pupil(member, changes, meals),
                                own,
                                new Bearer(guardian, Payer.OTHER, Invoice.NONE, other)));
            }
        }
        drafting.draft(run, billables);
        return guardians;
    }

    private Map<UUID, List<ServedMeal>> meals(Period period, List<UUID> pupils) {
        return served.of(pupils, period.lookedAtFrom(), period.last()).stream()
                .collect(Collectors.groupingBy(ServedMeal::pupil));
    }

    private static BilledPupil pupil(
            Member member,
            Map<UUID, Map<LocalDate, ChangeKind>> changes,
            Map<UUID, List<ServedMeal>> meals) {
        UUID pupil = member.child().pupil().value();
        return new BilledPupil(
                pupil,
                member.child().name(),
                member.child().college(),
                member.child().collegeName(),
                Optional.of(member.child()),
                member.payers(),
                member.quotient(),
                changes.getOrDefault(member.child().id(), Map.of()),
                days(meals.getOrDefault(pupil, List.of())));
    }

    private static Set<LocalDate> days(List<ServedMeal> meals) {
        Set<LocalDate> days = new HashSet<>();
        meals.forEach(meal -> days.add(meal.day()));
        return days;
    }

    /** Pupils whom nobody has registered: their families get an invoice each. */
    private List<UUID> passagers(BillingRun run) {
        Period period = run.period();
        List<UUID> pupils =
                served.withoutRegistration(
                        period.year(), period.lookedAtFrom(), period.last(), run.after(), AT_ONCE);
        if (pupils.isEmpty()) {
            return pupils;
        }
        Map<Uai, String> colleges = households.collegeNames(period.year());
        List<Billable> billables = new ArrayList<>();
        meals(period, pupils)
                .forEach(
                        (pupil, meals) -> {
                            ServedMeal last = meals.get(meals.size() - 1);
                            Bearer family =
                                    new Bearer(
                                            pupil,
                                            Payer.OWN,
                                            Invoice.NONE,
                                            TEXTS.text("invoice.family", last.pupilName()));
                            billables.add(
                                    new Billable(
                                            passager(pupil, last, colleges, days(meals)),
                                            family,
                                            family));
                        });
        drafting.draft(run, billables);
        return pupils;
    }

    private static BilledPupil passager(
            UUID pupil, ServedMeal meal, Map<Uai, String> colleges, Set<LocalDate> days) {
        return new BilledPupil(
                pupil,
                meal.pupilName(),
                meal.college(),
                colleges.getOrDefault(meal.college(), meal.college().value()),
                Optional.empty(),
                ALONE,
                Optional.empty(),
                Map.of(),
                days);
    }
}
