package fr.preau.api.notice;

import fr.preau.api.school.PersonId;
import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells people of the collège what concerns them. Everybody finds it under the bell of the portal;
 * whether a mail goes out too, and when, is each person's choice, and the quiet hours of the
 * collège hold it back.
 *
 * <p>What is told belongs to the work that tells it: it is stored by the same commit, and if that
 * fails nobody was told.
 */
@ProviderType
public interface Notices {

    /**
     * Tells all of these people. Who was told the same before is not told again.
     *
     * @param notice whose kind the manifest declares under {@code notices}
     * @throws IllegalArgumentException when the manifest does not declare the kind
     * @throws IllegalStateException outside of work that may change something, as in a {@code GET}
     */
    void tell(Notice notice, Collection<PersonId> persons);

    /** Tells one person. */
    default void tell(Notice notice, PersonId person) {
        tell(notice, List.of(person));
    }

    /**
     * Says that somebody has opened what is at this path: their notices that lead there are put
     * out. To be said in the work that marks the thing as read, since a {@code GET} changes
     * nothing.
     *
     * @param path as in the notices, to the letter
     */
    void seen(String path, PersonId person);

    /**
     * Takes back what was told, from everybody: it was withdrawn, or does not hold any more. A mail
     * that has left has left.
     *
     * @param key of the notice
     */
    void withdraw(String key);

    /**
     * Takes back all that was told of one thing, from everybody, however its keys end: of each
     * child, say, and each reminder.
     *
     * @param beginning of the keys, with the identity of the thing, so that they are of nothing
     *     else
     */
    void withdrawAll(String beginning);
}
