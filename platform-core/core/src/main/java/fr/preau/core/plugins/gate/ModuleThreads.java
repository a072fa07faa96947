package fr.preau.core.plugins.gate;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of one version of a module: what its code leaves on them ends with them, and however
 * many calls it makes wait, it has no more than these.
 */
public final class ModuleThreads implements AutoCloseable {

    /** Half of the connections to the collèges, so that no module can hold them all. */
    static final int THREADS = 12;

    /** Calls that wait for a thread; more are refused at once. */
    static final int WAITING = 48;

    private final ThreadPoolExecutor executor;

    public ModuleThreads(ThreadFactory threads) {
        this.executor =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        10,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(WAITING),
                        threads);
        executor.allowCoreThreadTimeOut(true);
    }

    /**
     * @throws RejectedExecutionException when too many wait already, or the version has ended
     */
    void start(GatedCall<?> call) {
        executor.execute(call);
    }

    void forget(GatedCall<?> call) {
        executor.remove(call);
    }

    /** Runs something that nobody waits for, when a thread is free. */
    public void run(Runnable work) {
        executor.execute(work);
    }

    /** How many of its threads are at work. */
    public int busy() {
        return executor.getActiveCount();
    }

    /** Interrupts what still runs and takes nothing more. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
