package fr.preau.communication.calendar;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.job.Job;
import fr.preau.api.notice.Notices;
import fr.preau.api.plugin.Card;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Route;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.communication.reports.KeepingDeleted;
import fr.preau.communication.reports.Publication;
import fr.preau.communication.safety.WritingGuard;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** The calendar as the module brings it to Préau: its addresses, its jobs, what it keeps. */
public final class SchoolAgenda {

    private final CalendarRoutes looking;
    private final EventRoutes planning;
    private final FeedRoutes feeds;
    private final ImportRoutes importing;
    private final PastEvents past;
    private final EventsOfPerson kept;
    private final ReportedEvents reported;

    public SchoolAgenda(
            Callers callers,
            EntityManager entities,
            Directory directory,
            SchoolCalendar school,
            WritingGuard guard,
            KeepingDeleted deleted,
            Notices notices,
            NewIds ids,
            Clock clock) {
        Agenda agenda = new Agenda(entities, school);
        EventTidings tidings = new EventTidings(notices, directory, clock);
        this.reported = new ReportedEvents(entities, agenda, directory);
        AgendaPages pages = new AgendaPages(agenda, directory, school, clock);
        EventPages events = new EventPages(agenda, pages, directory, school);
        this.looking = new CalendarRoutes(callers, pages, events);
        this.planning =
                new EventRoutes(
                        callers,
                        directory,
                        events,
                        new Planning(entities, agenda, school, tidings, deleted, ids, clock),
                        guard,
                        ids);
        this.feeds =
                new FeedRoutes(
                        callers,
                        new Feeds(
                                entities,
                                directory,
                                new FeedContent(agenda, school, clock),
                                clock));
        this.importing =
                new ImportRoutes(
                        callers,
                        directory,
                        new Importing(entities, agenda, tidings, deleted, ids, clock),
                        guard);
        this.past = new PastEvents(entities, clock);
        this.kept = new EventsOfPerson(entities, ids);
    }

    public List<Route<?, ?>> routes() {
        return Stream.of(looking.routes(), planning.routes(), feeds.routes(), importing.routes())
                .<Route<?, ?>>flatMap(List::stream)
                .toList();
    }

    /** What readers report, and the school takes away. */
    public Publication publication() {
        return reported;
    }

    public Card<WeekCard> card() {
        return looking.card();
    }

    public List<Job> jobs() {
        return List.of(past.job());
    }

    public PersonalData personalData() {
        return kept;
    }
}
