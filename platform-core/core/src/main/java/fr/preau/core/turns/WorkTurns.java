package fr.preau.core.turns;

import fr.preau.core.contracts.CallKind;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the modules of a node work behind by turns.
 *
 * <p>Each piece of work takes a connection to a collège. So few run at a time that pages always
 * find one: so many on the node, half of them jobs at most, which may take minutes, two of one
 * module and kind and four of one module. What has no turn yet occupies no thread. Who had a turn
 * longest ago is next, however much the others have waiting.
 */
public final class WorkTurns {

    private static final Logger LOG = LoggerFactory.getLogger(WorkTurns.class);

    private static final int MOST_OF_ONE = 2;

    private record Lane(String module, CallKind kind) {}

    private record Turn(Lane lane, Runnable work) {}

    private final Executor executor;
    private final int most;
    private final int mostJobs;
    private final int mostOfOne;

    /** What waits; whoever had a turn last stands last. */
    private final Map<Lane, Queue<Runnable>> waiting = new LinkedHashMap<>();

    private final Map<Lane, Integer> working = new HashMap<>();

    /**
     * @param executor where work is done that has its turn
     * @param most how much is done at a time
     */
    public WorkTurns(Executor executor, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("nothing could ever be done");
        }
        this.executor = executor;
        this.most = most;
        this.mostJobs = Math.max(1, most / 2);
        this.mostOfOne = Math.min(MOST_OF_ONE, mostJobs);
    }

    /** Does this as soon as it has its turn. */
    public void take(String module, CallKind kind, Runnable work) {
        synchronized (this) {
            waiting.computeIfAbsent(new Lane(module, kind), lane -> new ArrayDeque<>()).add(work);
        }
        beginWhatMay();
    }

    /** How much of a module's work of a kind has no turn yet. */
    public synchronized int waiting(String module, CallKind kind) {
        Queue<Runnable> lane = waiting.get(new Lane(module, kind));
        return lane == null ? 0 : lane.size();
    }

    /** Forgets everything, when the executor has forgotten what it was given. */
    public synchronized void beginAfresh() {
        waiting.clear();
        working.clear();
    }

    private void beginWhatMay() {
        Optional<Turn> turn = next();
        while (turn.isPresent()) {
            begin(turn.get());
            turn = next();
        }
    }

    private synchronized Optional<Turn> next() {
        Iterator<Map.Entry<Lane, Queue<Runnable>>> lanes = waiting.entrySet().iterator();
        while (lanes.hasNext()) {
            Map.Entry<Lane, Queue<Runnable>> entry = lanes.next();
            Lane lane = entry.getKey();
            if (mayBegin(lane)) {
                Queue<Runnable> works = entry.getValue();
                lanes.remove();
                Runnable work = works.remove();
                if (!works.isEmpty()) {
                    waiting.put(lane, works);
                }
                working.merge(lane, 1, Integer::sum);
                return Optional.of(new Turn(lane, work));
            }
        }
        return Optional.empty();
    }

    private boolean mayBegin(Lane lane) {
        return working(any -> true) < most
                && working.getOrDefault(lane, 0) < mostOfOne
                && working(other -> other.module.equals(lane.module)) < 2 * mostOfOne
                && (lane.kind != CallKind.JOB || working(this::isJob) < mostJobs);
    }

    private boolean isJob(Lane lane) {
        return lane.kind == CallKind.JOB;
    }

    private int working(Predicate<Lane> which) {
        return working.entrySet().stream()
                .filter(lane -> which.test(lane.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private void begin(Turn turn) {
        try {
            executor.execute(() -> run(turn));
        } catch (RejectedExecutionException e) {
            LOG.debug("this node is stopping; another one does it", e);
            ended(turn.lane);
        }
    }

    private void run(Turn turn) {
        try {
            turn.work.run();
        } finally {
            ended(turn.lane);
            beginWhatMay();
        }
    }

    private synchronized void ended(Lane lane) {
        working.computeIfPresent(lane, (same, number) -> number == 1 ? null : number - 1);
    }
}
