package fr.preau.api.privacy;

import fr.preau.api.school.PersonId;
import java.util.List;

/**
 * What this module knows of a person at the collège of the current call: articles 15, 17 and 20 of
 * the GDPR.
 *
 * <p>Both methods are called inside a unit of work, as a task is, also where the module is switched
 * off: the data are still there, and so are the person's rights. Whoever may ask has been checked
 * by the host.
 */
public interface PersonalData {

    /**
     * All that the module keeps about a person, in records that the person can read; empty when it
     * knows nothing. What others wrote to or about the person belongs to it as far as it is about
     * the person.
     */
    List<? extends Record> export(PersonId person);

    /**
     * Erases what the module keeps about a person, or makes it say nothing of them any more, and
     * says what it must keep and by what duty. Called again, it finds nothing more to erase.
     */
    ErasureReport erase(PersonId person);
}
