package fr.preau.communication.surveys;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.job.Job;
import fr.preau.api.job.JobRun;
import fr.preau.api.notice.Notices;
import fr.preau.api.plugin.Card;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.route.Route;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.communication.remembered.Remembered;
import fr.preau.communication.reports.KeepingDeleted;
import fr.preau.communication.reports.Publication;
import fr.preau.communication.safety.WritingGuard;
import fr.preau.communication.templates.StaticTemplates;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.List;
import java.util.stream.Stream;

/** Surveys as the module brings them to Préau. */
public final class Surveys {

    private static final int FORGOTTEN_AT_ONCE = 20;

    private final EntityManager entities;
    private final NewIds ids;
    private final Clock clock;
    private final SurveyList list;
    private final AnswerRoutes answers;
    private final AuthorRoutes authors;
    private final Publishing publishing;
    private final SurveyRoutes surveys;
    private final Overlooking overlooking;
    private final ReportedSurveys reported;
    private final StaticTemplates templates = new StaticTemplates();

    public Surveys(
            EntityManager entities,
            Directory directory,
            WritingGuard guard,
            KeepingDeleted deleted,
            NewIds ids,
            Notices notices,
            Clock clock) {
        this.entities = entities;
        this.ids = ids;
        this.clock = clock;
        Remembered<Boolean> running = new Remembered<>(clock);
        SurveyTimes times = new SurveyTimes(guard, clock);
        this.list = new SurveyList(entities, running, times);
        Authoring authoring =
                new Authoring(entities, directory, guard, deleted, ids, notices, times);
        Answering answering = new Answering(entities, directory, ids, times);
        AuthorView view = new AuthorView(entities, directory, authoring, times);
        this.answers = new AnswerRoutes(entities, list, answering, authoring, guard, times);
        this.publishing =
                new Publishing(entities, directory, authoring, guard, ids, notices, running, times);
        this.overlooking = new Overlooking(entities, directory, authoring, clock);
        this.reported = new ReportedSurveys(entities, authoring, answering, running, times);
        this.surveys = new SurveyRoutes(authoring, publishing, view, list);
        this.authors = new AuthorRoutes(directory, authoring, view, list, ids, clock);
    }

    public List<Route<?, ?>> routes() {
        return Stream.of(authors.routes(), surveys.routes(), answers.routes())
                .<Route<?, ?>>flatMap(List::stream)
                .toList();
    }

    /** What the principal does with the surveys of others. */
    public List<Route<?, ?>> routesOfPrincipal() {
        return overlooking.routes();
    }

    /** What readers report, and the school takes away. */
    public Publication publication() {
        return reported;
    }

    public Card<SurveysCard> card() {
        return new Card<>(
                "surveys",
                SurveysCard.class,
                request -> list.card(request.college(), request.caller()),
                templates::surveysCard);
    }

    public List<Job> jobs() {
        return List.of(
                Job.daily("renew-surveys", LocalTime.of(5, 40), publishing::renewAll),
                Job.daily("forget-surveys", LocalTime.of(2, 50), this::forgetOld),
                Job.every("open-surveys", Duration.ofMinutes(15), publishing::tellOpen));
    }

    /** Surveys are kept for the school year in which they closed and the one after. */
    private void forgetOld(JobRun run) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SchoolCalendar.ZONE);
        LocalDate began = LocalDate.of(today.getYear(), Month.AUGUST, 1);
        LocalDate kept = (today.isBefore(began) ? began.minusYears(1) : began).minusYears(1);
        List<Survey> old =
                entities.createNamedQuery("Survey.closedBefore", Survey.class)
                        .setParameter("before", kept.atStartOfDay(SchoolCalendar.ZONE).toInstant())
                        .setMaxResults(FORGOTTEN_AT_ONCE)
                        .getResultList();
        old.forEach(entities::remove);
        entities.flush();
        if (old.size() == FORGOTTEN_AT_ONCE) {
            run.moreToDo();
        }
    }

    public PersonalData kept() {
        return new KeptOfSurveys(entities, ids);
    }
}
