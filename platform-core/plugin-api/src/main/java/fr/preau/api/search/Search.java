package fr.preau.api.search;

import fr.preau.api.school.College;
import fr.preau.api.school.PersonId;
import java.util.List;

/**
 * How a module is searched. It is asked while the same person searches it at another of their
 * collèges, so that they need not search each of them.
 */
@FunctionalInterface
public interface Search {

    /**
     * In a unit of work of this collège that only reads. What is told is told to this person, so it
     * holds nothing that they may not see here.
     *
     * @param words what is looked for, as it was typed
     * @return the newest first, a few of them
     */
    List<Finding> find(College college, PersonId person, String words);
}
