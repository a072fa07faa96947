package fr.preau.core.plugins.gate;

import com.sun.management.ThreadMXBean;
import fr.preau.core.tenancy.GivenUp;
import fr.preau.core.tenancy.StatementTally;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call into a module on a thread of the module's.
 *
 * <p>Whoever asked waits for it, and may give it up: its thread is interrupted, its connection cut.
 */
final class GatedCall<T> implements Runnable {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Supplier<T> work;
    private final GivenUp givenUp = new GivenUp();
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private @Nullable Thread thread;
    private boolean cancelled;
    private volatile boolean ended;
    private long allocatedBefore;
    private volatile int statements;
    private volatile long bytes;

    GatedCall(Supplier<T> work) {
        this.work = work;
    }

    @Override
    public void run() {
        if (!begin()) {
            return;
        }
        CompletableFuture<T> outcome = new CompletableFuture<>();
        statements =
                StatementTally.of(
                        () -> {
                            try {
                                outcome.complete(givenUp.watch(work));
                            } catch (Throwable thrown) {
                                outcome.completeExceptionally(thrown);
                            }
                        });
        end();
        // Last, so that whoever waits finds all that is known of it.
        outcome.whenComplete(
                (answer, thrown) -> {
                    if (thrown == null) {
                        result.complete(answer);
                    } else {
                        result.completeExceptionally(thrown);
                    }
                });
    }

    private synchronized boolean begin() {
        if (cancelled) {
            return false;
        }
        thread = Thread.currentThread();
        allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
        return true;
    }

    private synchronized void end() {
        bytes = THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore;
        ended = true;
        thread = null;
        // An interrupt that came too late would hit the next call on this thread.
        Thread.interrupted();
    }

    /** Waits a little for the answer. */
    T await(long nanos) throws InterruptedException, ExecutionException, TimeoutException {
        return result.get(nanos, TimeUnit.NANOSECONDS);
    }

    synchronized boolean hasBegun() {
        return thread != null || ended;
    }

    /**
     * Whether the module had the chance to do anything: it has a thread, and no wait for the node.
     */
    boolean isAtWork() {
        return hasBegun() && !givenUp.waitsToBegin();
    }

    /** How long it waited for connections, in nanoseconds: that is the node's time. */
    long waited() {
        return givenUp.waited();
    }

    boolean hasEnded() {
        return ended;
    }

    /** How many bytes it has allocated so far, those that were freed again among them. */
    synchronized long allocated() {
        return thread == null
                ? bytes
                : THREADS.getThreadAllocatedBytes(thread.getId()) - allocatedBefore;
    }

    /** How many SQL statements it took; known once it has ended. */
    int statements() {
        return statements;
    }

    /** Nobody waits any more. */
    void giveUp() {
        // The connection first: told to stop, the work would give it back as if nothing were.
        givenUp.giveUp();
        synchronized (this) {
            cancelled = true;
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    /** Where its code is, for the log. */
    synchronized String where() {
        return thread == null || thread.getStackTrace().length == 0
                ? "nowhere"
                : String.valueOf(thread.getStackTrace()[0]);
    }
}
