package fr.preau.communication.circulars;

import fr.preau.api.job.Job;
import fr.preau.api.job.JobRun;
import fr.preau.api.school.SchoolCalendar;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;

/**
 * How long circulars are kept with their answers.
 *
 * <p>A signed one five years after its deadline: so long somebody may go to court over it (article
 * 2224 of the civil code), and what a guardian signed is then the school's evidence, and theirs.
 * Any other one year after its deadline, when the school year is over that it was for. A draft that
 * nobody has touched for a year goes too, and who looked at the numbers to call.
 */
final class Term {

    static final int YEARS_SIGNED = 5;
    static final int YEARS = 1;

    private static final int AT_ONCE = 20;

    private final EntityManager entities;
    private final Clock clock;

    Term(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    Job job() {
        return Job.daily("forget-circulars", LocalTime.of(3, 20), this::run);
    }

    private void run(JobRun run) {
        ZonedDateTime now = clock.instant().atZone(SchoolCalendar.ZONE);
        entities.createNamedQuery("CircularDraft.deleteOld")
                .setParameter("before", now.minusYears(YEARS).toInstant())
                .executeUpdate();
        entities.createNamedQuery("CallListSeen.old")
                .setParameter("before", now.minusYears(YEARS).toInstant())
                .executeUpdate();
        List<UUID> over =
                over(now.minusYears(YEARS_SIGNED).toInstant(), now.minusYears(YEARS).toInstant());
        if (!over.isEmpty()) {
            delete(over);
        }
        if (over.size() == AT_ONCE) {
            run.moreToDo();
        }
    }

    private List<UUID> over(Instant signedBefore, Instant before) {
        return entities.createNamedQuery("Circular.over", UUID.class)
                .setParameter("signed", AnswerKind.SIGNED)
                .setParameter("signedBefore", signedBefore)
                .setParameter("before", before)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    private void delete(List<UUID> circulars) {
        for (String rows :
                List.of(
                        "CircularAnswer.deleteOf",
                        "CircularRecipient.deleteOf",
                        "CircularChild.deleteOf",
                        "CircularLedger.deleteOf",
                        "CallListSeen.deleteOf",
                        "Circular.delete")) {
            entities.createNamedQuery(rows).setParameter("circulars", circulars).executeUpdate();
        }
    }
}
