package fr.preau.testkit;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Does what the host would do behind when a test says so, on the test's own thread: nothing happens
 * while a test looks. What is to be done later is not done: a test that waits for it asks again.
 */
final class HandExecutor extends AbstractExecutorService implements ScheduledExecutorService {

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    /** Does what waits, and what that leads to. */
    void runAll() {
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }

    /** Forgets what waits. */
    void forget() {
        waiting.clear();
    }

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
        Step step = new Step(work, unit.toMillis(delay));
        if (delay <= 0) {
            waiting.add(step);
        }
        return step;
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> work, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(
            Runnable work, long first, long period, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(
            Runnable work, long first, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void shutdown() {
        waiting.clear();
    }

    @Override
    public List<Runnable> shutdownNow() {
        waiting.clear();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }

    /** Something to be done. */
    private static final class Step extends FutureTask<Void> implements ScheduledFuture<Void> {

        private final long millis;

        Step(Runnable work, long millis) {
            super(
                    () -> {
                        work.run();
                        return null;
                    });
            this.millis = millis;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(millis, TimeUnit.MILLISECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(millis, other.getDelay(TimeUnit.MILLISECONDS));
        }
    }
}
