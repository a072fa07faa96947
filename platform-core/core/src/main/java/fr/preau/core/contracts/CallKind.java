package fr.preau.core.contracts;

/** What for the host calls into a module when nobody asked for a page. */
public enum CallKind {
    /** A fact that the module listens to. */
    LISTENER,
    /** A job that is due. */
    JOB,
    /**
     * A service that another module asks for. The call stays on the thread of who asks, whose unit
     * of work it shares; its time is that module's.
     */
    SERVICE;

    /** Whether the call may not go to another thread. */
    public boolean staysOnThread() {
        return this == SERVICE;
    }
}
