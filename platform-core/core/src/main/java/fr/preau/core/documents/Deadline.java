package fr.preau.core.documents;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A moment after which work is given up; asking costs next to nothing. */
final class Deadline {

    private final LongSupplier nanos;
    private final long end;

    /**
     * @param nanos a clock that only goes on, in nanoseconds
     */
    Deadline(Duration time, LongSupplier nanos) {
        this.nanos = nanos;
        this.end = nanos.getAsLong() + time.toNanos();
    }

    boolean isOver() {
        return nanos.getAsLong() - end > 0;
    }

    void check() {
        if (isOver() || Thread.currentThread().isInterrupted()) {
            throw new TooMuch("time");
        }
    }
}
