package fr.preau.core.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Work on another thread that whoever asked for it may give up: then its connection is cut, and
 * what it begins afterwards fails at once.
 */
public final class GivenUp {

    private static final ThreadLocal<@Nullable GivenUp> OF_THIS_THREAD = new ThreadLocal<>();

    private @Nullable UnitOfWork unit;
    private boolean givenUp;
    private long waited;
    private @Nullable Long waitingSince;

    /** Does the work on this thread. */
    public <T extends @Nullable Object> T watch(Supplier<T> work) {
        OF_THIS_THREAD.set(this);
        try {
            return work.get();
        } finally {
            OF_THIS_THREAD.remove();
        }
    }

    /** A connection for this thread; what it waits for it is not the fault of its work. */
    static Connection connect(DataSource pool) throws SQLException {
        GivenUp watching = OF_THIS_THREAD.get();
        if (watching == null) {
            return pool.getConnection();
        }
        watching.waits();
        try {
            return pool.getConnection();
        } finally {
            watching.waitsNoMore();
        }
    }

    private synchronized void waits() {
        waitingSince = System.nanoTime();
    }

    private synchronized void waitsNoMore() {
        waited = waited();
        waitingSince = null;
    }

    /** How long the work has waited for connections so far, in nanoseconds. */
    public synchronized long waited() {
        Long since = waitingSince;
        return since == null ? waited : waited + (System.nanoTime() - since);
    }

    /** Whether it waits for its first connection: then it has changed nothing. */
    public synchronized boolean waitsToBegin() {
        return unit == null && waitingSince != null;
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
