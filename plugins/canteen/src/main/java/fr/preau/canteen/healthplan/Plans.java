package fr.preau.canteen.healthplan;

import fr.preau.api.directory.Directory;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Violations;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.school.SchoolClass;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.menu.Allergen;
import fr.preau.canteen.menu.DayMenu;
import fr.preau.canteen.rules.SchoolYear;
import fr.preau.canteen.service.Regime;
import fr.preau.canteen.service.Regimes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The health plans of a collège. */
final class Plans {

    private static final ModuleTexts TEXTS = ModuleTexts.of(Plans.class);

    private final EntityManager entities;
    private final Directory directory;
    private final Regimes regimes;
    private final DayMenu menu;
    private final Clock clock;

    Plans(EntityManager entities, Directory directory, Regimes regimes, DayMenu menu, Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.regimes = regimes;
        this.menu = menu;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SchoolCalendar.ZONE);
    }

    PlansPage page(@Nullable String in) {
        List<PlansPage.Plan> plans =
                entities.createNamedQuery("HealthPlan.from", HealthPlan.class)
                        .setParameter("day", today())
                        .getResultStream()
                        .map(PlansPage.Plan::of)
                        .toList();
        List<SchoolClass> classes = directory.classes();
        Optional<SchoolClass> chosen =
                classes.stream().filter(each -> each.id().toString().equals(in)).findFirst();
        return new PlansPage(
                plans,
                classes.stream().map(Plans::shown).toList(),
                chosen.map(Plans::shown).orElse(null),
                chosen.map(each -> pupils(each.id())).orElse(List.of()));
    }

    private static PlansPage.OfClass shown(SchoolClass schoolClass) {
        return new PlansPage.OfClass(schoolClass.id().toString(), schoolClass.name());
    }

    private List<PlansPage.Pupil> pupils(ClassId schoolClass) {
        return directory.pupilsOf(List.of(schoolClass)).stream()
                .map(pupil -> new PlansPage.Pupil(pupil.id().value(), pupil.displayName()))
                .toList();
    }

    /** A pupil of this collège. */
    private Person pupil(UUID id) {
        return Optional.ofNullable(
                        directory.persons(List.of(new PersonId(id))).get(new PersonId(id)))
                .filter(person -> person.profile() == Profile.PUPIL)
                .orElseThrow(Refusal::notFound);
    }

    /** Until the end of the school year, as plans are made. */
    PlanPage form(UUID id) {
        HealthPlan plan = entities.find(HealthPlan.class, id);
        if (plan != null) {
            return new PlanPage(
                    id,
                    plan.pupilName(),
                    false,
                    plan.allergens(),
                    plan.instruction(),
                    plan.hasOwnMeal(),
                    plan.firstDay().toString(),
                    plan.lastDay().toString(),
                    plan.version(),
                    Violations.none());
        }
        return new PlanPage(
                id,
                pupil(id).displayName(),
                true,
                List.of(),
                "",
                false,
                today().toString(),
                SchoolYear.of(today()).lastDay().toString(),
                0,
                Violations.none());
    }

    /** As it was typed. */
    PlanPage typed(PlanInput input, Violations violations) {
        return new PlanPage(
                input.pupil(),
                pupil(input.pupil()).displayName(),
                input.version() == 0,
                input.allergens(),
                input.words(),
                input.isOwnMeal(),
                input.first() == null ? "" : input.first().toString(),
                input.last() == null ? "" : input.last().toString(),
                input.version(),
                violations);
    }

    /** Takes a plan over; what is wrong with it, by field. */
    Violations save(PlanInput input, String by) {
        if (input.last().isBefore(input.first())) {
            return Violations.of("last", TEXTS.text("plan.problem.order"));
        }
        if (input.allergens().isEmpty() && input.words().isEmpty() && !input.isOwnMeal()) {
            return Violations.of("allergen", TEXTS.text("plan.problem.nothing"));
        }
        Person pupil = pupil(input.pupil());
        HealthPlan plan =
                entities.find(HealthPlan.class, input.pupil(), LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (plan == null) {
            plan = new HealthPlan(input.pupil(), pupil.displayName(), classesOf(pupil));
            plan.fix(input, by, now);
            entities.persist(plan);
        } else if (plan.version() == input.version()) {
            plan.fix(input, by, now);
        } else {
            return Violations.of("version", TEXTS.text("menu.problem.changed"));
        }
        return Violations.none();
    }

    private String classesOf(Person pupil) {
        return String.join(
                ", ", directory.classesOf(pupil.id()).stream().map(SchoolClass::name).toList());
    }

    void remove(UUID pupil) {
        HealthPlan plan = entities.find(HealthPlan.class, pupil, LockModeType.PESSIMISTIC_WRITE);
        if (plan != null) {
            entities.remove(plan);
        }
    }

    /** Those of the caller's own children. */
    OwnPlansPage own(Request request) {
        List<UUID> children =
                directory.childrenOf(request.caller().person()).stream()
                        .map(child -> child.pupil().id().value())
                        .toList();
        return new OwnPlansPage(
                children.isEmpty()
                        ? List.of()
                        : entities.createNamedQuery("HealthPlan.ofPupils", HealthPlan.class)
                                .setParameter("pupils", children)
                                .getResultStream()
                                .map(PlansPage.Plan::of)
                                .toList());
    }

    /** One statement more than who eats and what there is. */
    PlanDayPage day(LocalDate day) {
        List<DayMenu.Plate> dishes = menu.on(day);
        Map<UUID, Regime> known = regimes.on(day);
        List<PlanDayPage.Line> lines = new ArrayList<>();
        entities.createNamedQuery("HealthPlan.on", HealthPlan.class)
                .setParameter("day", day)
                .getResultStream()
                .forEach(
                        plan ->
                                lines.add(
                                        line(
                                                plan,
                                                known.get(plan.pupil()) == Regime.EATS,
                                                dishes)));
        return new PlanDayPage(day, dishes.size(), lines);
    }

    private static PlanDayPage.Line line(
            HealthPlan plan, boolean expected, List<DayMenu.Plate> dishes) {
        List<PlanDayPage.Wrong> wrong = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (DayMenu.Plate dish : dishes) {
            List<Allergen> both =
                    dish.allergens().stream().filter(plan.allergens()::contains).toList();
            if (!dish.known() && !plan.allergens().isEmpty()) {
                unknown.add(dish.name());
            } else if (!both.isEmpty()) {
                wrong.add(new PlanDayPage.Wrong(dish.name(), both));
            }
        }
        return new PlanDayPage.Line(PlansPage.Plan.of(plan), expected, wrong, unknown);
    }
}
