package fr.preau.core.modules;

import fr.preau.api.school.Uai;
import fr.preau.api.work.Tasks;
import fr.preau.core.contracts.CallKind;
import fr.preau.core.contracts.ModuleCalls;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitPart;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tasks of one module: begun when the work that wanted them is on disk. */
public final class TasksOfModule implements Tasks {

    private static final Logger LOG = LoggerFactory.getLogger(TasksOfModule.class);

    private final String module;
    private final UnitsOfWork units;
    private final ModuleCalls calls;
    private final Executor behind;

    /**
     * @param behind where tasks are waited for
     */
    public TasksOfModule(String module, UnitsOfWork units, ModuleCalls calls, Executor behind) {
        this.module = module;
        this.units = units;
        this.calls = calls;
        this.behind = behind;
    }

    @Override
    public void run(String name, Runnable work) {
        UnitOfWork unit = units.current();
        Uai college = unit.space().uai();
        if (unit.isWriting()) {
            unit.part(Waiting.class, Waiting::new).add(() -> begin(college, name, work));
        } else {
            begin(college, name, work);
        }
    }

    private void begin(Uai college, String name, Runnable work) {
        behind.execute(
                () -> {
                    try {
                        calls.call(
                                college,
                                module,
                                CallKind.TASK,
                                contract ->
                                        units.write(
                                                DatabaseSpace.of(college),
                                                unit -> {
                                                    work.run();
                                                    return true;
                                                }));
                    } catch (Exception | Error e) {
                        LOG.error("task {} of {} failed at {}", name, module, college, e);
                    }
                });
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
