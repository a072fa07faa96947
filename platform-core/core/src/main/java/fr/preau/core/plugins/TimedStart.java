package fr.preau.core.plugins;

import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.reasons.HostReason;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts plugins on threads of their own: one that hangs in its constructor holds nobody up. */
final class TimedStart {

    /** Longer than what waits inside for the plugin's service. */
    private static final Duration LONGEST = Duration.ofSeconds(25);

    private final ThreadFactory threads;
    private final Duration longest;

    /**
     * On plain threads: those of Liberty wait until the application that starts them has started.
     */
    TimedStart() {
        this(work -> new Thread(work, "start of a module"), LONGEST);
    }

    TimedStart(ThreadFactory threads, Duration longest) {
        this.threads = threads;
        this.longest = longest;
    }

    /** What makes a running plugin. */
    @FunctionalInterface
    interface Start {
        LivePlugin plugin() throws PluginRefused;
    }

    /**
     * @throws PluginRefused when it takes too long; its thread is told so
     */
    LivePlugin within(Start start) throws PluginRefused {
        FutureTask<LivePlugin> task = new FutureTask<>(start::plugin);
        Thread thread = threads.newThread(task);
        thread.start();
        try {
            return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new PluginRefused(HostReason.SLOW_START.with(longest.toSeconds()), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PluginRefused refused) {
                throw refused;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new PluginRefused("it did not start: " + e.getCause(), e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new PluginRefused("it was interrupted while it started", e);
        }
    }
}
