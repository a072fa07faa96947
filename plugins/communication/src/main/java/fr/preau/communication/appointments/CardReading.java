package fr.preau.communication.appointments;

import fr.preau.api.route.Caller;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Reads the cards of the accueil, each in one statement. */
final class CardReading {

    private static final int MOST = 3;

    private final EntityManager entities;
    private final Clock clock;

    CardReading(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** The meetings at which this guardian may book and has not. */
    MeetingsCard toBook(Caller guardian) {
        return card(
                entities.createNamedQuery("Meeting.toBook")
                        .setParameter(1, guardian.person().toString())
                        .setParameter(2, now())
                        .setParameter(3, now())
                        .getResultList());
    }

    /** What this person has next, as a guardian or as a host. */
    MeetingsCard next(Caller reader) {
        String person = reader.person().toString();
        return card(
                entities.createNamedQuery("Meeting.next")
                        .setParameter(1, person)
                        .setParameter(2, now())
                        .setParameter(3, person)
                        .setParameter(4, now())
                        .getResultList());
    }

    /** As the tables have it. */
    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static MeetingsCard card(List<?> rows) {
        return new MeetingsCard(
                rows.stream().map(row -> CardRow.of((Object[]) row).line()).limit(MOST).toList());
    }
}
