package fr.preau.core.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.plugin.Plugin;
import fr.preau.api.school.Uai;
import fr.preau.core.contracts.ModuleContract;
import fr.preau.core.contracts.ModuleWords;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.EmptiedPool;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlayedModules;
import fr.preau.core.testing.TestDatabase;
import fr.preau.core.testing.TwoColleges;
import fr.preau.core.turns.WorkTurns;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** In which version the tasks of a module run, and when. */
class TasksOfModuleTest {

    private static final Uai SEVRES = TwoColleges.SEVRES;

    private static final ModuleWords WORDS =
            new ModuleWords("lost", Set.of(), Set.of(), Set.of(), Map.of(), Map.of());

    private final EmptiedPool pool;
    private final UnitsOfWork units;
    private final PlayedModules modules = new PlayedModules(SEVRES);
    private final Deque<Runnable> begun = new ArrayDeque<>();
    private final WorkTurns turns = new WorkTurns(begun::add, 8);
    private final List<String> done = new ArrayList<>();

    TasksOfModuleTest() throws Exception {
        pool = new EmptiedPool(TestDatabase.get().pool(2));
        units = new UnitsOfWork(pool.dataSource());
        TwoColleges.open(units, HandClock.now());
    }

    private TasksOfModule aVersion() {
        ModuleContract contract = modules.run(WORDS, (Plugin) List::of);
        return new TasksOfModule("lost", contract.json(), units, modules, turns);
    }

    private void want(TasksOfModule version, String task) {
        units.write(
                DatabaseSpace.of(SEVRES),
                unit -> {
                    version.run(task, () -> done.add(task));
                    assertThat(begun).as("not before the commit").isEmpty();
                    return true;
                });
    }

    private void runAll() {
        while (!begun.isEmpty()) {
            begun.remove().run();
        }
    }

    @Test
    void aTaskRunsInTheVersionThatServesWhenThatOneWantedIt() {
        want(aVersion(), "letters");

        runAll();

        assertThat(done).containsExactly("letters");
    }

    @Test
    void theTaskOfAVersionThatWasReplacedIsPutAsideAndThoseOfTheNewOneRun() {
        TasksOfModule old = aVersion();
        want(old, "letters of the old one");
        Runnable first = begun.remove();
        TasksOfModule fresh = aVersion();
        want(fresh, "letters of the new one");

        first.run();
        runAll();

        assertThat(done).containsExactly("letters of the new one");
    }

    @Test
    void aTaskWaitsWhileTheNodeHasNoConnection() {
        want(aVersion(), "letters");
        pool.empty(1);
        begun.remove().run();
        assertThat(done).isEmpty();

        pool.fill();
        runAll();

        assertThat(done).containsExactly("letters");
    }

    @Test
    void whoWantsWithoutEndIsToldAndNothingOfThatWorkIsKept() {
        TasksOfModule version = aVersion();

        assertThatThrownBy(
                        () ->
                                units.write(
                                        DatabaseSpace.of(SEVRES),
                                        unit -> {
                                            for (int i = 0; i <= TasksOfModule.MOST_WAITING; i++) {
                                                version.run("letter", () -> done.add("letter"));
                                            }
                                            return true;
                                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1000 tasks of lost wait");

        runAll();
        assertThat(done).isEmpty();
    }
}
