package fr.preau.core.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.school.Uai;
import fr.preau.core.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two who want the same rows in another order, of whom the database sends one back. */
class DeadlocksTest {

    private static final DatabaseSpace SPACE = DatabaseSpace.of(new Uai("0922249V"));

    private static UnitsOfWork units;

    @BeforeAll
    static void aCollege() throws Exception {
        TestDatabase.get().provisioning().create(SPACE);
        TestDatabase.get()
                .provisioning()
                .migrate(
                        SPACE,
                        "deadlocks",
                        MigrationScripts.of(
                                List.of(
                                        new MigrationScripts.Script(
                                                "V1__row.sql",
                                                "CREATE TABLE deadlocks_row (id INT PRIMARY KEY,"
                                                        + " changed INT NOT NULL);"))));
        units = new UnitsOfWork(TestDatabase.get().pool(2));
    }

    @BeforeEach
    void twoRows() {
        units.write(
                SPACE,
                unit ->
                        unit.update("DELETE FROM deadlocks_row")
                                + unit.update("INSERT INTO deadlocks_row VALUES (1, 0), (2, 0)"));
    }

    @Test
    void whoIsSentBackBeginsAnewAndBothAreDoneOnce() throws Exception {
        AtomicInteger begun = new AtomicInteger();
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Future<?> one = two.submit(() -> change(begun, bothHoldOne, 1, 2));
            Future<?> other = two.submit(() -> change(begun, bothHoldOne, 2, 1));
            one.get();
            other.get();
        } finally {
            two.shutdown();
        }

        assertThat(begun).hasValue(3);
        assertThat(changes()).containsExactly(2, 2);
    }

    private static int change(AtomicInteger begun, CyclicBarrier both, int first, int second) {
        return units.writeAnew(
                SPACE,
                unit -> {
                    int before = begun.getAndIncrement();
                    change(unit, first);
                    if (before < 2) {
                        await(both);
                    }
                    return change(unit, second);
                });
    }

    private static int change(UnitOfWork unit, int row) throws SQLException {
        return unit.update("UPDATE deadlocks_row SET changed = changed + 1 WHERE id = ?", row);
    }

    private static void await(CyclicBarrier both) {
        try {
            both.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Integer> changes() {
        return units.read(
                SPACE,
                unit ->
                        unit.query(
                                "SELECT changed FROM deadlocks_row ORDER BY id",
                                row -> row.getInt(1)));
    }

    @Test
    void whoIsSentBackAgainAndAgainIsToldInTheEnd() {
        AtomicInteger begun = new AtomicInteger();

        assertThatThrownBy(
                        () ->
                                units.writeAnew(
                                        SPACE,
                                        unit -> {
                                            begun.incrementAndGet();
                                            change(unit, 1);
                                            throw new SQLException("Deadlock found", "40001", 1213);
                                        }))
                .isInstanceOf(DatabaseFailure.class);

        assertThat(begun).hasValue(3);
        assertThat(changes()).containsExactly(0, 0);
    }

    @Test
    void whatFailsForAnotherReasonIsNotDoneAgain() {
        AtomicInteger begun = new AtomicInteger();

        assertThatThrownBy(
                        () ->
                                units.writeAnew(
                                        SPACE,
                                        unit -> {
                                            begun.incrementAndGet();
                                            return unit.update(
                                                    "INSERT INTO deadlocks_row VALUES (1, 0)");
                                        }))
                .isInstanceOf(DatabaseFailure.class);

        assertThat(begun).hasValue(1);
    }
}
