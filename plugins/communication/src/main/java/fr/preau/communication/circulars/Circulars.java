package fr.preau.communication.circulars;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.document.Documents;
import fr.preau.api.job.Job;
import fr.preau.api.notice.Notices;
import fr.preau.api.plugin.Card;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Route;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.school.StaffFunction;
import fr.preau.api.seal.Seals;
import fr.preau.communication.reports.Publication;
import fr.preau.communication.safety.WritingGuard;
import fr.preau.communication.schooldays.TellingDays;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * Circulars as the module brings them to Préau: addresses, card, jobs, what is kept of a person.
 */
public final class Circulars {

    /** Who writes them; a teacher to the guardians of their own classes only. */
    private static final Callers WRITERS =
            Callers.staff(StaffFunction.PRINCIPAL, StaffFunction.CPE, StaffFunction.SECRETARY)
                    .and(Profile.TEACHER);

    private final GuardianRoutes guardians;
    private final WriterRoutes writers;
    private final FollowingRoutes followers;
    private final Care care;
    private final Term term;
    private final PersonalData kept;
    private final ReportedCirculars reported;

    public Circulars(
            EntityManager entities,
            Directory directory,
            WritingGuard guard,
            Notices notices,
            Documents documents,
            Seals seals,
            SchoolCalendar school,
            NewIds ids,
            Clock clock) {
        CircularNotices told = new CircularNotices(notices);
        Following following = new Following(entities, clock);
        Seal seal = new Seal(seals);
        Sealing sealing = new Sealing(entities, seal);
        Proving proving = new Proving(entities, directory, following, sealing, documents);
        Received received = new Received(entities, directory, told, clock);
        this.reported = new ReportedCirculars(entities, received);
        this.guardians =
                new GuardianRoutes(
                        received,
                        new Answering(entities, guard, directory, told, seal, ids, clock),
                        proving);
        this.writers =
                new WriterRoutes(
                        WRITERS,
                        new Drafting(entities, guard, directory, ids, clock),
                        new Sending(entities, guard, directory, told, seal, ids, clock));
        this.followers =
                new FollowingRoutes(
                        following,
                        new CallList(entities, directory, following, ids, clock),
                        sealing,
                        proving,
                        new Statistics(entities, clock));
        this.care =
                new Care(
                        entities,
                        directory,
                        told,
                        new Latecomers(entities, directory, told, ids, clock),
                        new TellingDays(school),
                        clock);
        this.term = new Term(entities, clock);
        this.kept = new KeptInCirculars(entities, ids);
    }

    static boolean mayWrite(Caller caller) {
        return WRITERS.admit(caller.profile(), caller.functions());
    }

    public List<Route<?, ?>> routes() {
        return Stream.of(writers.routes(), followers.routes(), guardians.routes())
                .<Route<?, ?>>flatMap(List::stream)
                .toList();
    }

    /** What readers report, and the school takes away. */
    public Publication publication() {
        return reported;
    }

    public Card<CircularsCard> card() {
        return guardians.card();
    }

    public List<Job> jobs() {
        return List.of(care.job(), term.job());
    }

    public PersonalData personalData() {
        return kept;
    }
}
