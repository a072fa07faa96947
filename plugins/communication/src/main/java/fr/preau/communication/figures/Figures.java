package fr.preau.communication.figures;

import fr.preau.api.job.Job;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Route;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.school.StaffFunction;
import fr.preau.communication.figures.FiguresPage.Week;
import fr.preau.communication.templates.StaticTemplates;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Figures as the module brings them to Préau: the job that counts, and the principal's page. */
public final class Figures {

    private static final Duration SHOWN = Duration.ofDays(92);

    /** Of fewer, a figure would say what one of them has read. */
    private static final int FEWEST = 5;

    /** The last letters of a Sunday are counted by Tuesday. */
    private static final int DAYS_UNTIL_COUNTED = 8;

    private final EntityManager entities;
    private final Counting counting;
    private final Clock clock;
    private final StaticTemplates templates = new StaticTemplates();

    public Figures(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.counting = new Counting(entities, clock);
        this.clock = clock;
    }

    public List<Job> jobs() {
        return List.of(
                Job.every(
                        "count-letters",
                        Duration.ofHours(1),
                        run -> {
                            if (counting.countSome()) {
                                run.moreToDo();
                            }
                        }));
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/safety/figures")
                        .shows(FiguresPage.class)
                        .allows(Callers.staff(StaffFunction.PRINCIPAL, StaffFunction.ADMINISTRATOR))
                        .drawnBy(this::draw)
                        .handledBy((request, input) -> Answer.show(page())));
    }

    private FiguresPage page() {
        Map<LocalDate, Week> weeks = new TreeMap<>(Comparator.reverseOrder());
        entities.createNamedQuery("Figure.since", Figure.class)
                .setParameter("since", clock.instant().minus(SHOWN))
                .getResultStream()
                .filter(figure -> figure.letters() > 0)
                .map(Figures::week)
                .forEach(week -> weeks.merge(week.monday(), week, Week::and));
        LocalDate today = LocalDate.ofInstant(clock.instant(), SchoolCalendar.ZONE);
        return new FiguresPage(
                weeks.values().stream()
                        .filter(week -> week.readers() >= FEWEST)
                        // Whoever looked each hour would see each letter be read.
                        .filter(week -> !week.monday().plusDays(DAYS_UNTIL_COUNTED).isAfter(today))
                        .toList());
    }

    private static Week week(Figure figure) {
        LocalDate day = figure.sentIn().atZone(SchoolCalendar.ZONE).toLocalDate();
        return new Week(
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                figure.letters(),
                figure.readers(),
                figure.readSoon(),
                figure.answered());
    }

    private Screen draw(FiguresPage page, PageContext context) {
        return new Screen(context.text("figures.title"), templates.figures(page, context));
    }
}
