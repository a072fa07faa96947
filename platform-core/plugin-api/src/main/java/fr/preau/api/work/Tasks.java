package fr.preau.api.work;

/**
 * Work that need not be done before the answer, on the threads that the host keeps for a module.
 *
 * <p>A module makes no threads of its own: these end with it.
 */
public interface Tasks {

    /**
     * Does this once the present work is committed, and not at all if it fails.
     *
     * <p>It is not written down anywhere: what a crash may not lose is a fact or a job instead.
     *
     * @param name for the operator
     * @param work in a unit of work of its own at the same collège, within a limited time
     * @throws IllegalStateException when a thousand tasks of the module wait already
     */
    void run(String name, Runnable work);
}
