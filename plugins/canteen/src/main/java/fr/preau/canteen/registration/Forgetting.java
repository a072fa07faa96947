package fr.preau.canteen.registration;

import fr.preau.api.files.FileStore;
import fr.preau.api.job.Job;
import fr.preau.api.job.JobRun;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.canteen.rules.SchoolYear;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * Forgets what is not needed any more: tax notices a month after the decision that they were for,
 * and of school years that are over what was never sent and what collèges were asked (article 5 of
 * the GDPR, paragraph 1, e). So does what a collège was told of meals.
 */
final class Forgetting {

    /** As long as families ask again how their quotient was found. */
    private static final Duration NOTICES = Duration.ofDays(30);

    private static final int AT_ONCE = 100;

    private final EntityManager entities;
    private final FileStore files;
    private final RegistrationsOfPerson registrations;
    private final Clock clock;

    Forgetting(
            EntityManager entities,
            FileStore files,
            RegistrationsOfPerson registrations,
            Clock clock) {
        this.entities = entities;
        this.files = files;
        this.registrations = registrations;
        this.clock = clock;
    }

    Job job(String name) {
        return Job.daily(name, LocalTime.of(3, 40), this::run);
    }

    private void run(JobRun run) {
        boolean more = forgetNotices();
        more |= forgetUnsent();
        entities.createNamedQuery("IdentityRequest.deleteBefore")
                .setParameter("year", year().begins())
                .executeUpdate();
        for (String query :
                List.of("DinerChange.deleteBefore", "Diner.deleteBefore", "Away.deleteBefore")) {
            entities.createNamedQuery(query).setParameter("day", year().firstDay()).executeUpdate();
        }
        if (more) {
            run.moreToDo();
        }
    }

    private SchoolYear year() {
        return SchoolYear.of(LocalDate.ofInstant(clock.instant(), SchoolCalendar.ZONE));
    }

    private boolean forgetNotices() {
        Instant before = clock.instant().minus(NOTICES);
        List<Application> decided =
                entities.createNamedQuery("Application.withOldNotice", Application.class)
                        .setParameter("state", ApplicationState.DECIDED)
                        .setParameter("before", before)
                        .setParameter("none", Application.NO_FILE)
                        .setMaxResults(AT_ONCE)
                        .getResultList();
        for (Application each : decided) {
            each.noticeFile().ifPresent(files::delete);
            each.attach(null);
        }
        return decided.size() == AT_ONCE;
    }

    private boolean forgetUnsent() {
        List<Application> unsent =
                entities.createNamedQuery("Application.unsentBefore", Application.class)
                        .setParameter("state", ApplicationState.DRAFT)
                        .setParameter("year", year().begins())
                        .setMaxResults(AT_ONCE)
                        .getResultList();
        unsent.forEach(registrations::forget);
        return unsent.size() == AT_ONCE;
    }
}
