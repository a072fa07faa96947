package fr.preau.canteen.menu;

import fr.preau.api.data.NewIds;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Violations;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.text.ModuleTexts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The menus of a collège, week by week. */
final class MenuBook implements DayMenu {

    private static final ModuleTexts TEXTS = ModuleTexts.of(MenuBook.class);

    /** From then on the next meal is that of another day. */
    private static final LocalTime AFTER_THE_MEAL = LocalTime.of(14, 0);

    /** Dishes of a day, so that no menu gets out of hand. */
    private static final int MOST_DISHES = 20;

    /** Days that one looks ahead for a next meal: the holidays of summer are longer. */
    private static final int DAYS_AHEAD = 21;

    private static final int WEEKS_BACK = 6;

    private static final Comparator<MenuPage.Shown> ORDER =
            Comparator.comparing(MenuPage.Shown::course);

    private final EntityManager entities;
    private final SchoolCalendar school;
    private final NewIds ids;
    private final Clock clock;

    MenuBook(EntityManager entities, SchoolCalendar school, NewIds ids, Clock clock) {
        this.entities = entities;
        this.school = school;
        this.ids = ids;
        this.clock = clock;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), SchoolCalendar.ZONE);
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Two statements; who does not write menus sees what is published. */
    MenuPage page(LocalDate day, boolean edits, Violations violations) {
        LocalDate monday = monday(day);
        Optional<MenuWeek> week = Optional.ofNullable(entities.find(MenuWeek.class, monday));
        boolean published = week.filter(MenuWeek::isPublished).isPresent();
        List<Dish> dishes = edits || published ? dishes(monday) : List.of();
        Map<LocalDate, List<MenuPage.Shown>> byDay =
                dishes.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Dish::day,
                                        Collectors.mapping(Dish::shown, Collectors.toList())));
        List<MenuPage.Day> days =
                monday.datesUntil(monday.plusWeeks(1))
                        .filter(each -> school.on(each).isSchoolDay() || byDay.containsKey(each))
                        .map(each -> day(each, byDay.getOrDefault(each, List.of())))
                        .toList();
        boolean vegetarian =
                dishes.stream()
                        .map(Dish::shown)
                        .anyMatch(dish -> dish.course() == Course.MAIN && dish.vegetarian());
        return new MenuPage(
                monday,
                days,
                published,
                dishes.isEmpty() ? null : week.map(MenuWeek::changedAt).orElse(null),
                edits ? week.map(MenuWeek::changedBy).orElse("") : "",
                edits,
                edits,
                false,
                vegetarian,
                edits && dishes.isEmpty() ? copies(monday) : List.of(),
                violations);
    }

    private static MenuPage.Day day(LocalDate day, List<MenuPage.Shown> dishes) {
        return new MenuPage.Day(day, dishes.stream().sorted(ORDER).toList());
    }

    private List<Dish> dishes(LocalDate monday) {
        return entities.createNamedQuery("Dish.ofWeek", Dish.class)
                .setParameter("monday", monday)
                .getResultList();
    }

    private List<LocalDate> copies(LocalDate monday) {
        return entities.createNamedQuery("Dish.mondays", LocalDate.class)
                .setParameter("first", monday.minusWeeks(WEEKS_BACK))
                .setParameter("last", monday.minusWeeks(1))
                .getResultList();
    }

    @Override
    public List<DayMenu.Plate> on(LocalDate day) {
        return page(day, true, Violations.none()).days().stream()
                .filter(each -> each.day().equals(day))
                .flatMap(each -> each.dishes().stream())
                .map(dish -> new DayMenu.Plate(dish.name(), dish.known(), dish.allergens()))
                .toList();
    }

    /** The week of a day, held until the end of the work and changed now. */
    private MenuWeek change(LocalDate day, String by) {
        Instant now = now();
        entities.createNamedQuery("MenuWeek.begin")
                .setParameter(1, monday(day))
                .setParameter(2, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .setParameter(3, by)
                .executeUpdate();
        MenuWeek week = entities.find(MenuWeek.class, monday(day), LockModeType.PESSIMISTIC_WRITE);
        week.change(by, now);
        return week;
    }

    Dish find(UUID id) {
        return Optional.ofNullable(entities.find(Dish.class, id)).orElseThrow(Refusal::notFound);
    }

    /** An empty form. */
    DishPage form(LocalDate day) {
        return new DishPage(
                ids.next(),
                true,
                day,
                null,
                "",
                false,
                List.of(),
                List.of(),
                false,
                0,
                Violations.none());
    }

    DishPage form(Dish dish, Violations violations) {
        MenuPage.Shown shown = dish.shown();
        return new DishPage(
                dish.id(),
                false,
                dish.day(),
                shown.course(),
                shown.name(),
                shown.known(),
                shown.allergens(),
                shown.labels(),
                shown.vegetarian(),
                dish.version(),
                violations);
    }

    /** As it was typed. */
    DishPage typed(DishInput input, Violations violations) {
        return new DishPage(
                input.dish(),
                input.version() == 0,
                input.day() == null ? today() : input.day(),
                input.course(),
                input.name() == null ? "" : input.name(),
                input.isKnown(),
                input.allergens(),
                input.labels(),
                input.isVegetarian(),
                input.version(),
                violations);
    }

    /** What is wrong with a dish, by field. */
    Violations problems(DishInput input) {
        Violations problems = Violations.none();
        if (!input.isKnown() && !input.allergens().isEmpty()) {
            problems = problems.and(Violations.of("known", TEXTS.text("menu.problem.known")));
        }
        if (!school.on(input.day()).isSchoolDay()) {
            problems = problems.and(Violations.of("day", TEXTS.text("menu.problem.day")));
        }
        return problems;
    }

    /**
     * Takes over a dish; the same form again changes nothing.
     *
     * @return what is wrong where somebody else has changed it meanwhile, or the day is full
     */
    Violations save(DishInput input, String by) {
        change(input.day(), by);
        Dish dish = entities.find(Dish.class, input.dish(), LockModeType.PESSIMISTIC_WRITE);
        if (dish == null) {
            if (input.version() > 0) {
                throw Refusal.notFound();
            }
            long there =
                    dishes(monday(input.day())).stream()
                            .filter(each -> each.day().equals(input.day()))
                            .count();
            if (there >= MOST_DISHES) {
                return Violations.of("name", TEXTS.text("menu.problem.full", MOST_DISHES));
            }
            dish = new Dish(input.dish(), input.day(), input.course(), input.name().strip());
            dish.fix(input);
            entities.persist(dish);
        } else if (dish.version() == input.version()) {
            dish.fix(input);
        } else if (input.version() > 0 || !sameAs(dish, input)) {
            return Violations.of("version", TEXTS.text("menu.problem.changed"));
        }
        return Violations.none();
    }

    private static boolean sameAs(Dish dish, DishInput input) {
        MenuPage.Shown shown = dish.shown();
        return shown.name().equals(input.name().strip()) && shown.course() == input.course();
    }

    void remove(UUID id, String by) {
        Dish dish = entities.find(Dish.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (dish != null) {
            change(dish.day(), by);
            entities.remove(dish);
        }
    }

    void publish(PublishInput input, String by) {
        change(input.day(), by).publish(input.published(), now());
    }

    /** Only into a week that has no dish; what falls on a day without school is left out. */
    Violations copy(CopyInput input, String by) {
        LocalDate monday = monday(input.day());
        change(monday, by);
        if (!dishes(monday).isEmpty()) {
            return Violations.of("from", TEXTS.text("menu.problem.copy"));
        }
        long days = ChronoUnit.DAYS.between(monday(input.from()), monday);
        for (Dish dish : dishes(monday(input.from()))) {
            LocalDate day = dish.day().plusDays(days);
            if (school.on(day).isSchoolDay()) {
                entities.persist(dish.copy(ids.next(), day));
            }
        }
        return Violations.none();
    }

    /** The next meal: today's until it is over. Two statements. */
    MenuCard card() {
        LocalDate today = today();
        boolean over = LocalTime.ofInstant(now(), SchoolCalendar.ZONE).isAfter(AFTER_THE_MEAL);
        LocalDate next =
                (over ? today.plusDays(1) : today)
                        .datesUntil(today.plusDays(DAYS_AHEAD))
                        .filter(day -> school.on(day).isSchoolDay())
                        .findFirst()
                        .orElse(today);
        return page(next, false, Violations.none()).days().stream()
                .filter(day -> !day.day().isBefore(next))
                .filter(day -> !day.dishes().isEmpty())
                .findFirst()
                .map(
                        day ->
                                new MenuCard(
                                        day.day(),
                                        day.dishes().stream().map(MenuPage.Shown::name).toList()))
                .orElseGet(() -> new MenuCard(null, List.of()));
    }
}
