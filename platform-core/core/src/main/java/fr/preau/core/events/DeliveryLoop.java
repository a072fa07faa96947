package fr.preau.core.events;

import fr.preau.api.event.Asked;
import fr.preau.api.school.Uai;
import fr.preau.core.contracts.CallKind;
import fr.preau.core.contracts.ModuleCalls;
import fr.preau.core.contracts.OpenModules;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.turns.WorkTurns;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers facts soon after their commit: at once those of this node, and within a minute those
 * that another node left behind when it died.
 *
 * <p>A commit on this node wakes it for that collège. Beside that it goes round all collèges once
 * in {@link #ROUND}, with one small statement for each, so an idle installation of a hundred
 * collèges asks less than two questions a second. Nothing is written on the platform at a
 * publication, and no lease is taken: that the rows are locked is what keeps nodes apart.
 */
public final class DeliveryLoop implements AutoCloseable {

    /** In which each collège is looked at once. */
    static final Duration ROUND = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLoop.class);

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(10);

    /**
     * Looking for facts takes turns like a module, so that a hundred looks leave room for pages.
     */
    private static final String LOOKING = "";

    private record Key(Uai college, String module) {}

    private final OpenModules modules;
    private final Delivering delivering;
    private final ScheduledExecutorService executor;
    private final WorkTurns turns;

    /**
     * What waits for its turn or is being delivered; true when it is to be looked at once more
     * afterwards.
     */
    private final Map<Key, Boolean> running = new ConcurrentHashMap<>();

    /** When something that failed is looked at again; one appointment for each. */
    private final Map<Key, Future<?>> appointments = new ConcurrentHashMap<>();

    private @Nullable Future<?> round;
    private @Nullable Uai lastSeen;
    private volatile boolean closed;

    /**
     * @param executor for what is to be done later
     * @param turns on which facts are looked for and delivered
     * @param outside the servers that listeners may ask
     * @param errands threads that wait for them
     */
    public DeliveryLoop(
            UnitsOfWork units,
            OpenModules modules,
            ModuleCalls calls,
            Clock clock,
            ScheduledExecutorService executor,
            WorkTurns turns,
            Outside outside,
            Executor errands) {
        this.modules = modules;
        this.delivering =
                new Delivering(
                        units,
                        modules,
                        calls,
                        clock,
                        this::wake,
                        new Errands(outside, errands),
                        this::answered);
        this.executor = executor;
        this.turns = turns;
    }

    /** Looks at every collège, then goes round. */
    public synchronized void start() {
        modules.colleges().forEach(this::wake);
        round = executor.schedule(this::goRound, 1, TimeUnit.SECONDS);
    }

    /** Looks for facts of a collège, now and on another thread. */
    public void wake(Uai college) {
        if (!closed) {
            turns.take(LOOKING, CallKind.LISTENER, () -> look(college));
        }
    }

    private void goRound() {
        int colleges = 1;
        try {
            List<Uai> all =
                    modules.colleges().stream().sorted(Comparator.comparing(Uai::value)).toList();
            colleges = Math.max(1, all.size());
            next(all).ifPresent(this::wake);
        } catch (RuntimeException e) {
            LOG.warn("the round of the events goes on", e);
        }
        goOn(ROUND.dividedBy(colleges));
    }

    private synchronized void goOn(Duration wait) {
        if (!closed) {
            round = executor.schedule(this::goRound, wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private Optional<Uai> next(List<Uai> all) {
        Uai after = lastSeen;
        Optional<Uai> next =
                all.stream()
                        .filter(uai -> after == null || uai.value().compareTo(after.value()) > 0)
                        .findFirst()
                        .or(() -> all.stream().findFirst());
        next.ifPresent(uai -> lastSeen = uai);
        return next;
    }

    private void look(Uai college) {
        try {
            for (String module : delivering.modulesWaiting(college)) {
                begin(new Key(college, module));
            }
        } catch (RuntimeException e) {
            LOG.warn("the facts of {} could not be looked at", college, e);
            later(AFTER_TROUBLE, () -> wake(college));
        }
    }

    private void begin(Key key) {
        if (running.replace(key, true) != null) {
            return;
        }
        if (running.putIfAbsent(key, false) == null) {
            turns.take(key.module(), CallKind.LISTENER, () -> deliver(key));
        } else {
            running.replace(key, true);
        }
    }

    private void deliver(Key key) {
        if (closed) {
            return;
        }
        Optional<Duration> again = Optional.of(AFTER_TROUBLE);
        try {
            again = delivering.deliver(key.college(), key.module());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("the facts for {} at {} wait", key.module(), key.college(), e);
        } finally {
            boolean wanted = Boolean.TRUE.equals(running.remove(key));
            if (wanted) {
                again = Optional.of(Duration.ZERO);
            }
        }
        again.ifPresent(wait -> appoint(wait, key));
    }

    /** What a server answered waits for its turn like a fact. */
    private void answered(Uai college, String module, DueFact due, Asked asked) {
        turns.take(
                module,
                CallKind.LISTENER,
                () -> handleAnswer(new Key(college, module), due, asked));
    }

    private void handleAnswer(Key key, DueFact due, Asked asked) {
        if (closed) {
            return;
        }
        try {
            delivering.handleAnswer(key.college(), key.module(), due, asked);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("an answer for {} at {} is lost", key.module(), key.college(), e);
        }
        begin(key);
    }

    private void appoint(Duration wait, Key key) {
        Future<?> former = appointments.remove(key);
        if (former != null) {
            former.cancel(false);
        }
        Future<?> fresh = later(wait, () -> begin(key));
        if (fresh != null) {
            appointments.put(key, fresh);
        }
    }

    private @Nullable Future<?> later(Duration wait, Runnable work) {
        if (closed) {
            return null;
        }
        try {
            return executor.schedule(work, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("this node is stopping; another one delivers", e);
            return null;
        }
    }

    /** Begins nothing more. */
    @Override
    public synchronized void close() {
        closed = true;
        if (round != null) {
            round.cancel(false);
        }
    }
}
