package fr.preau.canteen.booking;

import fr.preau.api.directory.Family;
import fr.preau.api.event.Events;
import fr.preau.api.route.Request;
import fr.preau.api.route.Violations;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.school.Uai;
import fr.preau.api.text.FrenchDays;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.booking.BookingsPage.Next;
import fr.preau.canteen.booking.MealsChanged.Change;
import fr.preau.canteen.place.Places;
import fr.preau.canteen.registration.OwnChildren;
import fr.preau.canteen.registration.RegisteredChild;
import fr.preau.canteen.registration.RegisteredChildren;
import fr.preau.canteen.rules.RuleBook;
import fr.preau.canteen.rules.SchoolYear;
import fr.preau.canteen.rules.Terms;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The meals of registered children at the place that runs their canteen: taken unless the family
 * has cancelled them before the cut-off, or the school says that the child is away.
 */
final class Bookings {

    private static final ModuleTexts TEXTS = ModuleTexts.of(Bookings.class);

    /** Facts about meals of one collège are told in the order in which they were changed. */
    private static final String SUBJECT = "meals";

    private final EntityManager entities;
    private final OwnChildren own;
    private final RegisteredChildren registered;
    private final RuleBook rules;
    private final SchoolCalendar school;
    private final Events events;
    private final Clock clock;

    Bookings(
            EntityManager entities,
            OwnChildren own,
            SchoolCalendar school,
            Events events,
            Clock clock) {
        this.entities = entities;
        this.own = own;
        this.registered = new RegisteredChildren(entities);
        this.rules = new RuleBook(entities);
        this.school = school;
        this.events = events;
        this.clock = clock;
    }

    /** The children of a caller that are registered, with what is known of their meals. */
    private record Table(
            YearMonth month,
            Family family,
            List<RegisteredChild> children,
            Map<SchoolYear, Terms> terms,
            Map<Meal, MealChange> changes) {

        Optional<RegisteredChild> child(UUID id) {
            return children.stream().filter(child -> child.id().equals(id)).findFirst();
        }

        @Nullable Terms termsOf(RegisteredChild child) {
            return terms.get(child.year());
        }
    }

    YearMonth thisMonth() {
        return YearMonth.from(clock.instant().atZone(SchoolCalendar.ZONE));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Three statements, and what the collèges are asked for their children. */
    private Table table(Request request, YearMonth month, boolean held) {
        Family family = own.of(request);
        List<UUID> pupils =
                family.children().stream()
                        .map(child -> child.child().pupil().id().value())
                        .toList();
        List<RegisteredChild> children =
                pupils.isEmpty() ? List.of() : registered.of(pupils, month.atEndOfMonth());
        Map<SchoolYear, Terms> terms = new HashMap<>();
        for (RegisteredChild child : children) {
            rules.of(child.year()).ifPresent(each -> terms.put(child.year(), each));
        }
        return new Table(
                month,
                family,
                children,
                terms,
                changes(children, month.atDay(1), month.atEndOfMonth(), held));
    }

    private Map<Meal, MealChange> changes(
            List<RegisteredChild> children, LocalDate first, LocalDate last, boolean held) {
        Map<Meal, MealChange> changes = new LinkedHashMap<>();
        if (!children.isEmpty()) {
            entities.createNamedQuery("MealChange.between", MealChange.class)
                    .setParameter("children", children.stream().map(RegisteredChild::id).toList())
                    .setParameter("first", first)
                    .setParameter("last", last)
                    .setLockMode(held ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE)
                    .getResultStream()
                    .forEach(change -> changes.put(change.meal(), change));
        }
        return changes;
    }

    /** The days on which a child eats as registered. */
    private List<LocalDate> days(RegisteredChild child, LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .filter(child::eatsOn)
                .filter(day -> school.on(day).isSchoolDay())
                .toList();
    }

    private boolean isInTime(@Nullable Terms terms, LocalDate day) {
        return terms != null && terms.cutOff().isBefore(now(), day, school);
    }

    BookingsPage page(Request request, YearMonth month, Violations violations) {
        return page(table(request, month, false), violations);
    }

    BookingsPage elsewhere() {
        return new BookingsPage(
                false, thisMonth(), null, null, List.of(), true, null, Violations.none());
    }

    private BookingsPage page(Table table, Violations violations) {
        YearMonth month = table.month();
        List<BookingsPage.Child> children = new ArrayList<>();
        for (RegisteredChild child : table.children()) {
            List<BookingsPage.Day> days =
                    days(child, month.atDay(1), month.atEndOfMonth()).stream()
                            .map(day -> day(table, child, day))
                            .toList();
            if (!child.year().lastDay().isBefore(month.atDay(1))) {
                children.add(
                        new BookingsPage.Child(
                                child.id(), child.name(), child.collegeName(), days));
            }
        }
        return new BookingsPage(
                true,
                month,
                before(table),
                after(table),
                children,
                table.family().complete(),
                next(table),
                violations);
    }

    private BookingsPage.Day day(Table table, RegisteredChild child, LocalDate day) {
        MealChange change = table.changes().get(new Meal(child.id(), day));
        String reason = change != null && change.kind() == ChangeKind.AWAY ? change.reason() : "";
        return new BookingsPage.Day(
                day,
                change == null,
                reason,
                reason.isEmpty() && isInTime(table.termsOf(child), day));
    }

    private static @Nullable YearMonth before(Table table) {
        return table.children().stream()
                        .anyMatch(child -> child.from().isBefore(table.month().atDay(1)))
                ? table.month().minusMonths(1)
                : null;
    }

    private static @Nullable YearMonth after(Table table) {
        return table.children().stream()
                        .anyMatch(
                                child ->
                                        child.year()
                                                .lastDay()
                                                .isAfter(table.month().atEndOfMonth()))
                ? table.month().plusMonths(1)
                : null;
    }

    private @Nullable Next next(Table table) {
        LocalDate today = LocalDate.ofInstant(now(), SchoolCalendar.ZONE);
        return table.children().stream()
                .flatMap(
                        child ->
                                days(child, today, today.plusDays(21)).stream()
                                        .filter(day -> isInTime(table.termsOf(child), day))
                                        .limit(1)
                                        .map(day -> next(table, child, day)))
                .min(Comparator.comparing(Next::until))
                .orElse(null);
    }

    private Next next(Table table, RegisteredChild child, LocalDate day) {
        Terms terms = table.termsOf(child);
        Instant until = terms == null ? now() : terms.cutOff().of(day, school);
        Duration left = Duration.between(now(), until);
        return new Next(
                day,
                until,
                left.toHours() >= 48
                        ? TEXTS.text("bookings.in.days", left.toDays())
                        : TEXTS.text("bookings.in.hours", left.toHours(), left.toMinutesPart()));
    }

    /** What became of a form. */
    record Outcome(BookingsPage page, Violations violations, int cancelled, int restored) {}

    /**
     * Takes over how a family wants the meals of a month; of what can't be changed any more nothing
     * is taken.
     */
    Outcome change(Request request, YearMonth month, ChangesInput input) {
        Table table = table(request, month, true);
        Set<Meal> taken = input.taken();
        List<Meal> cancelled = new ArrayList<>();
        List<MealChange> restored = new ArrayList<>();
        for (Meal meal : input.changeable()) {
            MealChange change = table.changes().get(meal);
            boolean away = change != null && change.kind() == ChangeKind.AWAY;
            if (!isMeal(table, meal) || away || taken.contains(meal) == (change == null)) {
                continue;
            }
            if (change == null) {
                cancelled.add(meal);
            } else {
                restored.add(change);
            }
        }
        Violations late = late(table, cancelled, restored);
        if (late.isEmpty()) {
            String by = request.caller().displayName();
            cancelled.forEach(
                    meal ->
                            entities.persist(
                                    new MealChange(
                                            meal, ChangeKind.CANCELLED, "", true, by, now())));
            restored.forEach(entities::remove);
            tell(request.college().uai(), table.children(), changed(cancelled, restored));
            entities.flush();
            return new Outcome(page(request, month, late), late, cancelled.size(), restored.size());
        }
        return new Outcome(page(table, late), late, 0, 0);
    }

    /** Whether it is a meal of one of the caller's children, as registered. */
    private boolean isMeal(Table table, Meal meal) {
        return YearMonth.from(meal.day()).equals(table.month())
                && table.child(meal.child())
                        .filter(child -> child.eatsOn(meal.day()))
                        .filter(child -> school.on(meal.day()).isSchoolDay())
                        .isPresent();
    }

    private Violations late(Table table, List<Meal> cancelled, List<MealChange> restored) {
        List<LocalDate> late = new ArrayList<>();
        cancelled.forEach(meal -> addIfLate(table, meal, late));
        restored.forEach(change -> addIfLate(table, change.meal(), late));
        return late.isEmpty()
                ? Violations.none()
                : Violations.of(
                        "meal",
                        TEXTS.text(
                                "bookings.problem.late",
                                String.join(
                                        ", ",
                                        late.stream()
                                                .distinct()
                                                .sorted()
                                                .map(FrenchDays::dayOfYear)
                                                .toList())));
    }

    private void addIfLate(Table table, Meal meal, List<LocalDate> late) {
        boolean inTime =
                table.child(meal.child())
                        .filter(child -> isInTime(table.termsOf(child), meal.day()))
                        .isPresent();
        if (!inTime) {
            late.add(meal.day());
        }
    }

    private static List<Change> changed(List<Meal> cancelled, List<MealChange> restored) {
        List<Change> changes = new ArrayList<>();
        cancelled.forEach(
                meal ->
                        changes.add(
                                new Change(meal.child(), meal.day(), ChangeKind.CANCELLED, true)));
        restored.forEach(
                change ->
                        changes.add(
                                new Change(
                                        change.meal().child(), change.meal().day(), null, true)));
        return changes;
    }

    /** Each collège hears of its own. */
    private void tell(Uai here, Collection<RegisteredChild> children, List<Change> changes) {
        Map<UUID, Uai> colleges = new HashMap<>();
        children.forEach(child -> colleges.put(child.id(), child.college()));
        Map<Uai, List<Change>> byCollege = new LinkedHashMap<>();
        for (Change change : changes) {
            Uai college = colleges.get(change.child());
            if (college != null) {
                byCollege.computeIfAbsent(college, uai -> new ArrayList<>()).add(change);
            }
        }
        byCollege.forEach(
                (college, all) -> {
                    for (int from = 0; from < all.size(); from += MealsChanged.MOST) {
                        List<Change> some =
                                all.subList(from, Math.min(all.size(), from + MealsChanged.MOST));
                        Places.tell(events, here, college, new MealsChanged(some), SUBJECT);
                    }
                });
    }

    /** A collège says who is away at noon, or is there after all. What families cancelled stays. */
    void hear(Uai here, PupilsAway fact) {
        List<RegisteredChild> children = registered.of(fact.pupils(), fact.last());
        Map<Meal, MealChange> there = changes(children, fact.first(), fact.last(), true);
        List<Change> changes = new ArrayList<>();
        for (RegisteredChild child : children) {
            Terms terms = rules.of(child.year()).orElse(null);
            for (LocalDate day : days(child, fact.first(), fact.last())) {
                Meal meal = new Meal(child.id(), day);
                MealChange change = there.get(meal);
                boolean inTime = isInTime(terms, day);
                if (fact.away() && change == null) {
                    entities.persist(
                            new MealChange(
                                    meal, ChangeKind.AWAY, fact.reason(), inTime, "", now()));
                    changes.add(new Change(child.id(), day, ChangeKind.AWAY, inTime));
                } else if (!fact.away() && change != null && change.kind() == ChangeKind.AWAY) {
                    entities.remove(change);
                    changes.add(new Change(child.id(), day, null, inTime));
                }
            }
        }
        tell(here, children, changes);
    }
}
