package fr.preau.communication.figures;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Counts the letters of each hour a day after it. */
final class Counting {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    /** So far back it begins, and goes on after it was not run for long. */
    private static final Duration AT_MOST_BACK = Duration.ofDays(7);

    private static final int HOURS_AT_ONCE = 200;

    private final EntityManager entities;
    private final Clock clock;

    Counting(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Counts some hours that are due.
     *
     * @return whether there are more
     */
    boolean countSome() {
        Instant due = clock.instant().minus(A_DAY).truncatedTo(ChronoUnit.HOURS);
        Instant hour = next(due);
        for (int i = 0; i < HOURS_AT_ONCE && hour.isBefore(due); i++) {
            count(hour);
            hour = hour.plus(AN_HOUR);
        }
        return hour.isBefore(due);
    }

    private Instant next(Instant due) {
        Instant earliest = due.minus(AT_MOST_BACK);
        return entities.createNamedQuery("Figure.newest", Figure.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(newest -> newest.sentIn().plus(AN_HOUR))
                .filter(hour -> hour.isAfter(earliest))
                .orElse(earliest);
    }

    private void count(Instant hour) {
        long letters = number("Figure.letters", hour);
        boolean any = letters > 0;
        entities.persist(
                new Figure(
                        hour,
                        letters,
                        any ? number("Figure.readers", hour) : 0,
                        any ? number("Figure.read", hour) : 0,
                        any ? number("Figure.answered", hour) : 0));
    }

    private long number(String query, Instant hour) {
        return entities.createNamedQuery(query, Long.class)
                .setParameter("from", hour)
                .setParameter("to", hour.plus(AN_HOUR))
                .getSingleResult();
    }
}
