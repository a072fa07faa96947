package fr.preau.canteen.service;

import fr.preau.api.school.SchoolCalendar;
import fr.preau.canteen.rules.SchoolYear;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The services of a collège. Whoever writes entries holds the row of their day, so that two devices
 * and a closing come one after the other, and what was read is what is there.
 */
final class LineDays {

    private final EntityManager entities;
    private final Clock clock;

    LineDays(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SchoolCalendar.ZONE);
    }

    /** Whether somebody may still look at a day and put it right. */
    boolean isKept(LocalDate day) {
        LocalDate today = today();
        return !day.isAfter(today) && !day.isBefore(SchoolYear.of(today).firstDay());
    }

    /** Holds the day, which begins where nobody has begun it. */
    LineDay begin(LocalDate day) {
        // Two devices open at once: an insert that finds the row takes hold of it, one that is
        // merely ignored would only read it, and the two would stop each other.
        entities.createNativeQuery(
                        "INSERT INTO canteen_line_day (day, closed_by) VALUES (?, '')"
                                + " ON DUPLICATE KEY UPDATE closed_by = closed_by")
                .setParameter(1, day.toString())
                .executeUpdate();
        return Objects.requireNonNull(hold(day).orElse(null));
    }

    /** Holds the day, if the line has been opened on it. */
    Optional<LineDay> hold(LocalDate day) {
        return Optional.ofNullable(
                entities.find(LineDay.class, day, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<LineDay> on(LocalDate day) {
        return Optional.ofNullable(entities.find(LineDay.class, day));
    }

    /** The last ones, the latest first. */
    List<LineDay> recent(int most) {
        return entities.createNamedQuery("LineDay.recent", LineDay.class)
                .setParameter("day", today())
                .setMaxResults(most)
                .getResultList();
    }
}
