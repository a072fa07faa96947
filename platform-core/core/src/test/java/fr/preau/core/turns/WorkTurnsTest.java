package fr.preau.core.turns;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.core.contracts.CallKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** Who may work behind, and when. */
class WorkTurnsTest {

    private final Deque<Runnable> begun = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final WorkTurns turns = new WorkTurns(begun::add, 8);

    private void want(String module, CallKind kind, int times) {
        for (int i = 0; i < times; i++) {
            turns.take(module, kind, () -> done.add(module));
        }
    }

    private void endTheFirst() {
        begun.remove().run();
    }

    @Test
    void aModuleHasTwoTurnsOfAKindAtATimeAndTheRestWaits() {
        want("canteen", CallKind.TASK, 99);

        assertThat(begun).hasSize(2);
        assertThat(turns.waiting("canteen", CallKind.TASK)).isEqualTo(97);
        endTheFirst();
        assertThat(begun).as("the next one at once").hasSize(2);
    }

    @Test
    void allModulesTogetherHaveNoMoreThanTheNodeGives() {
        for (int i = 0; i < 6; i++) {
            want("module-" + i, CallKind.TASK, 9);
            want("module-" + i, CallKind.LISTENER, 9);
        }

        assertThat(begun).hasSize(8);
    }

    @Test
    void aModuleHasFourTurnsOfAllKinds() {
        want("canteen", CallKind.TASK, 9);
        want("canteen", CallKind.LISTENER, 9);
        want("canteen", CallKind.JOB, 9);

        assertThat(begun).hasSize(4);
    }

    @Test
    void jobsLeaveHalfOfTheTurnsToWhatIsShort() {
        for (int i = 0; i < 6; i++) {
            want("module-" + i, CallKind.JOB, 9);
        }
        assertThat(begun).hasSize(4);

        want("canteen", CallKind.LISTENER, 1);

        assertThat(begun).hasSize(5);
    }

    @Test
    void aModuleWithAHundredPiecesOfWorkHoldsNoOtherOneBack() {
        for (String busy : List.of("a", "b", "c", "d")) {
            want(busy, CallKind.TASK, 99);
        }
        want("canteen", CallKind.TASK, 1);

        // The eight that ran already, and one that was before it.
        for (int i = 0; i < 10; i++) {
            endTheFirst();
        }

        assertThat(done).contains("canteen");
    }

    @Test
    void whatFailsGivesItsTurnBack() {
        for (int i = 0; i < 3; i++) {
            turns.take(
                    "canteen",
                    CallKind.TASK,
                    () -> {
                        throw new IllegalStateException("no canteen today");
                    });
        }
        int failed = 0;
        while (!begun.isEmpty()) {
            try {
                endTheFirst();
            } catch (IllegalStateException e) {
                failed++;
            }
        }

        assertThat(failed).isEqualTo(3);
    }

    @Test
    void aNodeThatStopsHoldsNoTurnForWhatItCanNotBegin() {
        WorkTurns stopping =
                new WorkTurns(
                        work -> {
                            throw new RejectedExecutionException();
                        },
                        1);

        stopping.take("canteen", CallKind.JOB, () -> done.add("canteen"));
        stopping.take("canteen", CallKind.JOB, () -> done.add("canteen"));

        assertThat(stopping.waiting("canteen", CallKind.JOB)).isZero();
    }
}
