package fr.preau.core.plugins.gate;

/** A module that can't be called now; nothing of it is wrong with whoever asked. */
public final class ModuleUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** It has more calls than it may have. */
        BUSY,
        /** It did not answer in time, and was given up. */
        LATE,
        /** It took more memory than a call may take, and was given up. */
        GREEDY,
        /** It failed repeatedly and is left alone for some seconds. */
        RESTING,
        /** It failed repeatedly and is off at this collège until an operator has looked. */
        QUARANTINED
    }

    private final Reason reason;

    public ModuleUnavailable(String module, Reason reason) {
        super("module " + module + " is unavailable: " + reason, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
