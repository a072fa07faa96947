package fr.preau.core.tenancy;

import org.jspecify.annotations.Nullable;

/** How many statements the units of work of a request took, for the meter and for the tests. */
public final class StatementTally {

    private static final ThreadLocal<int @Nullable []> TALLY = new ThreadLocal<>();

    private StatementTally() {}

    /** Starts counting on this thread. */
    public static void begin() {
        TALLY.set(new int[1]);
    }

    /** How many statements some work took; this thread's own count goes on afterwards. */
    public static int of(Runnable work) {
        int[] before = TALLY.get();
        int[] own = new int[1];
        TALLY.set(own);
        try {
            work.run();
        } finally {
            if (before == null) {
                TALLY.remove();
            } else {
                TALLY.set(before);
            }
        }
        return own[0];
    }

    /** Counts what another thread did for this one. */
    public static void include(int statements) {
        add(statements);
    }

    static void add(int statements) {
        int[] tally = TALLY.get();
        if (tally != null) {
            tally[0] += statements;
        }
    }

    /** How many there were so far on this thread. */
    public static int count() {
        int[] tally = TALLY.get();
        return tally == null ? 0 : tally[0];
    }

    /** Stops counting and says how many there were. */
    public static int end() {
        int[] tally = TALLY.get();
        TALLY.remove();
        return tally == null ? 0 : tally[0];
    }
}
