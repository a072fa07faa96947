package fr.preau.api.event;

import fr.preau.api.school.Uai;

/**
 * Tells other modules of the collège what has happened.
 *
 * <p>A fact belongs to the work that publishes it: it is stored by the same commit, and if that
 * fails nothing was published. It reaches every module that listens at least once, in order among
 * the facts on one subject, soon after the commit and also after a crash of the server.
 */
public interface Events {

    /**
     * Publishes a fact.
     *
     * @param fact a record marked with {@link Fact}, whose name the manifest declares under {@code
     *     events.publishes}; 60 kB of JSON at most
     * @param subject what it is about, as the identity of a person: 1 to 120 characters. Facts on
     *     one subject are delivered in the order of their commits
     * @throws IllegalArgumentException when the manifest does not declare it, or it is too large
     * @throws IllegalStateException outside of work that may change something, as in a {@code GET}
     */
    void publish(Record fact, String subject);

    /**
     * Publishes a fact at another place: at the Département what happened at a collège, or the
     * other way round. It is stored here by the same commit, and told there to every module that
     * listens, at least once and in order among the facts on one subject that were sent there from
     * here.
     *
     * @param place where it is told, to the modules that listen there when it arrives; where a
     *     place can't be reached, it is tried again and in the end set aside
     * @throws IllegalArgumentException as {@link #publish} does, and from one collège to another
     * @throws IllegalStateException as {@link #publish} does
     */
    default void publishAt(Uai place, Record fact, String subject) {
        throw new UnsupportedOperationException("these events stay where they happen");
    }
}
