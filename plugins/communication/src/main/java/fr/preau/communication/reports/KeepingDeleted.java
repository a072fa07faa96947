package fr.preau.communication.reports;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Keeps what is taken back, deleted or written anew after readers have seen it: gone for all of
 * them, it is there for those who answer for the school until the term of all evidence.
 */
public final class KeepingDeleted {

    private final EntityManager entities;
    private final Directory directory;
    private final TakingEvidence taking;
    private final NewIds ids;
    private final Clock clock;

    KeepingDeleted(
            EntityManager entities,
            Directory directory,
            TakingEvidence taking,
            NewIds ids,
            Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.taking = taking;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Keeps it as it is now, whether it was reported or not: what authors learn of their own data
     * must not tell them.
     *
     * @param by who deletes it, or writes it anew
     */
    public void keep(Evidence.Kind kind, UUID thing, Shown shown, PersonId by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Evidence evidence = taking.ofDeleted(kind, thing, shown, now);
        Person person = directory.persons(List.of(by)).get(by);
        Report report = new Report(ids.next(), evidence, now);
        report.close(
                Report.Outcome.DELETED,
                Wording.of(
                        "deleted.by",
                        person == null ? Wording.of("person.left") : person.displayName()),
                now);
        entities.persist(report);
    }
}
