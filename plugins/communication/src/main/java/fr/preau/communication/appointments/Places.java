package fr.preau.communication.appointments;

import fr.preau.api.route.Refusal;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The places that hosts have, one for each guardian or for each child. The key of the table keeps
 * two from one place, also two guardians of whom neither could read yet what the other has booked.
 */
final class Places {

    private final EntityManager entities;

    Places(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Writes a booking down.
     *
     * @throws Refusal if its place was taken meanwhile; then nothing of it stays
     */
    void take(Booking booking) {
        entities.persist(booking);
        try {
            entities.flush();
        } catch (PersistenceException e) {
            if (isTwice(e)) {
                throw gone();
            }
            throw e;
        }
    }

    private static boolean isTwice(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(SQLIntegrityConstraintViolationException.class::isInstance);
    }

    /** By whom and when is not said. */
    private static Refusal gone() {
        return new Refusal(
                409,
                "place-gone",
                Wording.of("appointments.problem.booking"),
                Wording.of("appointments.problem.placegone"));
    }
}
