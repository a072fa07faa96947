package fr.preau.core.tenancy;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work on another thread that whoever asked for it may give up: then its connection is cut, and
 * what it begins afterwards fails at once.
 */
public final class GivenUp {

    private static final ThreadLocal<@Nullable GivenUp> OF_THIS_THREAD = new ThreadLocal<>();

    private @Nullable UnitOfWork unit;
    private boolean givenUp;

    /** Does the work on this thread. */
    public <T extends @Nullable Object> T watch(Supplier<T> work) {
        OF_THIS_THREAD.set(this);
        try {
            return work.get();
        } finally {
            OF_THIS_THREAD.remove();
        }
    }

    static void begun(UnitOfWork unit) {
        GivenUp watching = OF_THIS_THREAD.get();
        if (watching != null) {
            watching.take(unit);
        }
    }

    private synchronized void take(UnitOfWork begun) {
        unit = begun;
        if (givenUp) {
            begun.abandon();
        }
    }

    /** From any thread: nobody waits for this work any more. */
    public synchronized void giveUp() {
        givenUp = true;
        if (unit != null && !unit.hasEnded()) {
            unit.abandon();
        }
    }
}
