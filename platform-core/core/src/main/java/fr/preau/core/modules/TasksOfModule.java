package fr.preau.core.modules;

import fr.preau.api.school.Uai;
import fr.preau.api.work.Tasks;
import fr.preau.core.contracts.CallKind;
import fr.preau.core.contracts.ModuleCalls;
import fr.preau.core.contracts.ModuleClosed;
import fr.preau.core.contracts.ModuleContract;
import fr.preau.core.routes.RecordJson;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.NoConnection;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitPart;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.turns.WorkTurns;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tasks of one version of a module: begun when the work that wanted them is on disk.
 *
 * <p>A task is code of the version that wanted it. It runs where that version still serves the
 * collège; where another one does by then, it is put aside, since code of two versions never mixes.
 */
public final class TasksOfModule implements Tasks {

    private static final Logger LOG = LoggerFactory.getLogger(TasksOfModule.class);

    /** A pool that has no connection says so after ten seconds, so this is five minutes. */
    private static final int MOST_TRIES = 30;

    /** So many of a module wait on a node; who wants more has no end in sight. */
    static final int MOST_WAITING = 1_000;

    private final String module;
    private final RecordJson version;
    private final UnitsOfWork units;
    private final ModuleCalls calls;
    private final WorkTurns turns;

    /**
     * @param version what each version has one of: tells whose tasks these are
     * @param turns on which tasks are begun
     */
    public TasksOfModule(
            String module,
            RecordJson version,
            UnitsOfWork units,
            ModuleCalls calls,
            WorkTurns turns) {
        this.module = module;
        this.version = version;
        this.units = units;
        this.calls = calls;
        this.turns = turns;
    }

    @Override
    public void run(String name, Runnable work) {
        UnitOfWork unit = units.current();
        Task task = new Task(unit.space().uai(), name, work);
        if (unit.isWriting()) {
            Waiting waiting = unit.part(Waiting.class, Waiting::new);
            requireRoom(waiting.tasks.size());
            waiting.add(() -> begin(task, 1));
        } else {
            requireRoom(0);
            begin(task, 1);
        }
    }

    private void requireRoom(int wanted) {
        if (turns.waiting(module, CallKind.TASK) + wanted >= MOST_WAITING) {
            throw new IllegalStateException(
                    MOST_WAITING + " tasks of " + module + " wait: what is so much is a job");
        }
    }

    private record Task(Uai college, String name, Runnable work) {}

    private void begin(Task task, int tries) {
        turns.take(module, CallKind.TASK, () -> run(task, tries));
    }

    private void run(Task task, int tries) {
        try {
            boolean done =
                    calls.call(
                            task.college,
                            module,
                            CallKind.TASK,
                            serving -> isMine(serving) && work(task));
            if (!done) {
                putAside(task, "the version that wanted it was replaced");
            }
        } catch (NoConnection e) {
            waitOn(task, tries, e);
        } catch (ModuleClosed e) {
            putAside(task, e.getMessage());
        } catch (Exception | Error e) {
            LOG.error("task {} of {} failed at {}", task.name, module, task.college, e);
        }
    }

    private boolean isMine(ModuleContract serving) {
        return serving.json() == version;
    }

    private boolean work(Task task) {
        return units.write(
                DatabaseSpace.of(task.college),
                unit -> {
                    task.work.run();
                    return true;
                });
    }

    /** The node's trouble, not the task's. */
    private void waitOn(Task task, int tries, NoConnection none) {
        if (tries < MOST_TRIES) {
            begin(task, tries + 1);
        } else {
            putAside(task, "no connection in five minutes: " + none.getMessage());
        }
    }

    private void putAside(Task task, @Nullable String reason) {
        LOG.warn("task {} of {} at {} is put aside: {}", task.name, module, task.college, reason);
    }

    /** What begins after the commit. */
    private static final class Waiting implements UnitPart {

        private final List<Runnable> tasks = new ArrayList<>();

        void add(Runnable task) {
            tasks.add(task);
        }

        @Override
        public void beforeCommit(Connection connection) {
            // Nothing is written of them.
        }

        @Override
        public void afterCommit() {
            tasks.forEach(Runnable::run);
        }
    }
}
