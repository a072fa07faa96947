package fr.preau.communication.appointments;

import fr.preau.api.route.Caller;
import fr.preau.api.school.College;
import fr.preau.communication.remembered.Remembered;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Reads the cards of the accueil, each in one statement; in none where no meeting is ahead. */
final class CardReading {

    private static final int MOST = 3;

    private final EntityManager entities;
    private final Remembered<Boolean> ahead;
    private final Clock clock;

    CardReading(EntityManager entities, Remembered<Boolean> ahead, Clock clock) {
        this.entities = entities;
        this.ahead = ahead;
        this.clock = clock;
    }

    /** The meetings at which this guardian may book and has not. */
    MeetingsCard toBook(College college, Caller guardian) {
        if (!ahead.of(college, this::anyIsAhead)) {
            return new MeetingsCard(List.of());
        }
        return card(
                entities.createNamedQuery("Meeting.toBook")
                        .setParameter(1, guardian.person().toString())
                        .setParameter(2, now())
                        .setParameter(3, now())
                        .getResultList());
    }

    /** What this person has next, as a guardian or as a host. */
    MeetingsCard next(College college, Caller reader) {
        if (!ahead.of(college, this::anyIsAhead)) {
            return new MeetingsCard(List.of());
        }
        String person = reader.person().toString();
        return card(
                entities.createNamedQuery("Meeting.next")
                        .setParameter(1, person)
                        .setParameter(2, now())
                        .setParameter(3, person)
                        .setParameter(4, now())
                        .getResultList());
    }

    private boolean anyIsAhead() {
        return entities.createNamedQuery("Meeting.ahead", Long.class)
                        .setParameter("now", clock.instant())
                        .getSingleResult()
                > 0;
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
