package fr.preau.communication.appointments;

import fr.preau.api.agenda.Engagements;
import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.document.Documents;
import fr.preau.api.job.Job;
import fr.preau.api.notice.Notices;
import fr.preau.api.plugin.Card;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.route.Route;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.communication.remembered.Remembered;
import fr.preau.communication.safety.WritingGuard;
import fr.preau.communication.schooldays.TellingDays;
import fr.preau.communication.templates.StaticTemplates;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/** Meetings with families as the module brings them to Préau. */
public final class Appointments {

    private final EntityManager entities;
    private final Directory directory;
    private final WritingGuard guard;
    private final NewIds ids;
    private final Documents documents;
    private final Clock clock;
    private final Remembered<Boolean> ahead;
    private final Opening opening;
    private final MeetingNotices notices;
    private final Closing closing;
    private final TellingDays days;
    private final StaticTemplates templates = new StaticTemplates();

    public Appointments(
            EntityManager entities,
            Directory directory,
            WritingGuard guard,
            NewIds ids,
            Notices notices,
            Documents documents,
            SchoolCalendar school,
            Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.guard = guard;
        this.ids = ids;
        this.documents = documents;
        this.days = new TellingDays(school);
        this.clock = clock;
        this.notices = new MeetingNotices(entities, notices);
        this.ahead = new Remembered<>(clock);
        this.opening = new Opening(entities, directory, ids, this.notices, ahead, clock);
        this.closing = new Closing(entities, this.notices, clock);
    }

    public List<Route<?, ?>> routes() {
        Schools schools = new Schools(entities, directory);
        HostPlans plans = new HostPlans(entities, directory, schools);
        BookingDesk desk = new BookingDesk(entities, directory, notices, ids, clock);
        HostDesk hosts = new HostDesk(entities, directory, schools, plans, desk, notices, ids);
        MeetingList list = new MeetingList(entities, directory, clock);
        return Stream.of(
                        new SchoolRoutes(list, schools, opening, closing, documents).routes(),
                        new OpeningRoutes(directory, opening, guard, ids, clock).routes(),
                        new HoursRoutes(directory, opening, guard, ids, clock).routes(),
                        new HostRoutes(schools, plans, hosts, guard, documents).routes(),
                        new FamilyRoutes(
                                        new Families(entities, directory, clock),
                                        desk,
                                        documents,
                                        clock)
                                .routes())
                .<Route<?, ?>>flatMap(List::stream)
                .toList();
    }

    public List<Card<?>> cards() {
        CardReading reading = new CardReading(entities, directory, ahead, clock);
        return List.of(
                new Card<>(
                        "to-book",
                        MeetingsCard.class,
                        request -> reading.toBook(request.college(), request.caller()),
                        templates::toBookCard),
                new Card<>(
                        "meetings",
                        MeetingsCard.class,
                        request -> reading.next(request.college(), request.caller()),
                        templates::meetingsCard));
    }

    public List<Job> jobs() {
        Reminding reminding = new Reminding(entities, notices, days, clock);
        return List.of(
                Job.daily("renew-meetings", LocalTime.of(5, 30), opening::renewAll),
                Job.daily("forget-meetings", LocalTime.of(2, 40), closing::forgetOld),
                Job.daily("remind-meetings", LocalTime.of(9, 0), reminding::run),
                Job.every("open-meetings", Duration.ofMinutes(15), reminding::tellOpen));
    }

    /** What people have booked here, for their other collèges. */
    public Engagements engagements() {
        return new BookedHere(entities);
    }

    public PersonalData kept() {
        return new KeptOfMeetings(entities, ids);
    }
}
