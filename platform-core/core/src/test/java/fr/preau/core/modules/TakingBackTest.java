package fr.preau.core.modules;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.core.tenancy.MigrationScripts.Script;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables go back once, only from where they are, and a failure stays one until it is mended. */
class TakingBackTest {

    private static final Uai HERE = new Uai("0921992R");

    private static final Script V1 =
            new Script("V1__beds.sql", "CREATE TABLE orchard_bed (id INT);");
    private static final Script V2 =
            new Script("V2__trees.sql", "ALTER TABLE orchard_bed ADD COLUMN trees INT;");
    private static final Script U2 =
            new Script("U2__trees.sql", "ALTER TABLE orchard_bed DROP COLUMN trees;");
    private static final Script BROKEN =
            new Script("U2__trees.sql", "ALTER TABLE orchard_bed DROP COLUMN nowhere;");

    private static final MigrationScripts OLD = MigrationScripts.of(List.of(V1));
    private static final MigrationScripts NEW = MigrationScripts.of(List.of(V1, V2, U2));
    private static final MigrationScripts WRONG = MigrationScripts.of(List.of(V1, V2, BROKEN));

    private final UnitsOfWork units;
    private final HandClock clock = HandClock.now();
    private final ModuleSchemas schemas;

    TakingBackTest() throws Exception {
        units = new UnitsOfWork(TestDatabase.get().pool(2));
        schemas = new ModuleSchemas(units, TestDatabase.get().provisioning(), clock);
    }

    @BeforeEach
    void newTables() {
        new PlatformTables(units).empty();
        TestDatabase.get().provisioning().create(DatabaseSpace.of(HERE));
        schemas.bringUp(HERE, "orchard", NEW);
        assertThat(schemas.failure(HERE, "orchard")).isEmpty();
    }

    private String reached() {
        return schemas.reached("orchard").getOrDefault(HERE, "none");
    }

    @Test
    void aSecondPassUndoesNothingMore() {
        schemas.takeBack(HERE, "orchard", OLD, NEW);
        schemas.takeBack(HERE, "orchard", OLD, NEW);

        assertThat(schemas.failure(HERE, "orchard")).isEmpty();
        assertThat(reached()).isEqualTo("1");
    }

    @Test
    void scriptsThatDidNotGoSoFarUndoNothing() {
        schemas.takeBack(HERE, "orchard", MigrationScripts.of(List.of()), OLD);

        assertThat(reached()).isEqualTo("2");
    }

    @Test
    void aFailureIsNotForgottenByBringingUpWhatIsOlder() {
        schemas.takeBack(HERE, "orchard", OLD, WRONG);
        assertThat(schemas.failure(HERE, "orchard").orElseThrow()).contains("nowhere");

        clock.advance(Duration.ofMinutes(11));
        schemas.bringUp(HERE, "orchard", OLD);

        assertThat(schemas.failure(HERE, "orchard")).isPresent();
        assertThat(reached()).isEqualTo("2");

        schemas.takeBack(HERE, "orchard", OLD, NEW);
        assertThat(schemas.failure(HERE, "orchard")).isEmpty();
        assertThat(reached()).isEqualTo("1");
    }
}
