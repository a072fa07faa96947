package fr.preau.core.data;

import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody whom the directory of a collège has, also after they have left.
 *
 * @param leftOn the first day away; empty for who is here
 */
public record RegisteredPerson(
        PersonId id, String displayName, Profile profile, Optional<LocalDate> leftOn) {

    /**
     * The day from which on what modules keep of them may be erased.
     *
     * @param days after they left
     */
    public Optional<LocalDate> erasableFrom(long days) {
        return leftOn.map(day -> day.plusDays(days));
    }
}
