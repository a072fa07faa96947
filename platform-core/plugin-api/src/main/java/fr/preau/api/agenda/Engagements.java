package fr.preau.api.agenda;

import fr.preau.api.school.College;
import fr.preau.api.school.PersonId;
import java.time.Instant;
import java.util.List;

/**
 * When a module expects people at a collège. It is asked while the same person is at another of
 * their collèges, so that they are not expected at two places at once.
 */
@FunctionalInterface
public interface Engagements {

    /**
     * In a unit of work of this collège that only reads. What is told is told to this person, so it
     * holds nothing that they may not see here.
     *
     * @return what lies between two instants or reaches into it, by time
     */
    List<Engagement> of(College college, PersonId person, Instant from, Instant until);
}
