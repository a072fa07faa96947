package fr.preau.core.releases;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.modules.ModuleSchemas;
import fr.preau.core.modules.ModuleStates;
import fr.preau.core.releases.ModuleTrial.Back;
import fr.preau.core.releases.ModuleTrial.State;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.core.tenancy.MigrationScripts.Script;
import fr.preau.core.tenancy.SpaceProvisioning;
import fr.preau.core.tenancy.SpaceTables;
import fr.preau.core.tenancy.Tenants;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.GardenBundle;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.TestDatabase;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scripts of a release are tried on a copy, and nothing but the result is left. */
class ModuleTrialsTest {

    private static final Actor AWA = new Actor(null, "Awa");

    private static final Uai HERE = new Uai("0921993S");

    private static final Uai SMALLER = new Uai("0921994T");

    private static final Script BEDS =
            new Script(
                    "V1__beds.sql",
                    "CREATE TABLE garden_bed (id INT PRIMARY KEY, name VARCHAR(40),"
                            + " loud VARCHAR(40) AS (UPPER(name)));"
                            + " CREATE TABLE garden_herb (id INT PRIMARY KEY, bed INT,"
                            + " FOREIGN KEY (bed) REFERENCES garden_bed (id));");

    private static final Script SUNNY =
            new Script("V2__sunny.sql", "ALTER TABLE garden_bed ADD COLUMN sunny INT NOT NULL;");

    private static final Script NO_MORE_SUN =
            new Script("U2__sunny.sql", "ALTER TABLE garden_bed DROP COLUMN sunny;");

    private final UnitsOfWork units;
    private final HandClock clock = HandClock.now();
    private final Deque<Runnable> background = new ArrayDeque<>();

    @SuppressWarnings("NullAway.Init")
    private ANode node;

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private ModuleCatalogue catalogue;

    @SuppressWarnings("NullAway.Init")
    private ModuleTrials trials;

    ModuleTrialsTest() throws Exception {
        units = new UnitsOfWork(TestDatabase.get().pool(2));
    }

    @BeforeEach
    void threeBedsHereAndOneElsewhere() throws Exception {
        new PlatformTables(units).empty();
        folder = Files.createTempDirectory(Path.of("target"), "trials");
        node = new ANode("a", units, clock, false);
        node.start();
        SpaceProvisioning provisioning = TestDatabase.get().provisioning();
        ModuleSchemas schemas = new ModuleSchemas(units, provisioning, clock);
        SpaceTables tables = new SpaceTables(TestDatabase.get().poolOfTheSchemaUser());
        for (Uai uai : List.of(HERE, SMALLER)) {
            provisioning.create(DatabaseSpace.of(uai));
            tables.drop(DatabaseSpace.of(uai), "garden");
        }
        schemas.bringUp(HERE, "garden", MigrationScripts.of(List.of(BEDS)));
        units.write(
                DatabaseSpace.of(HERE),
                unit ->
                        unit.update(
                                "INSERT INTO garden_bed (id, name) VALUES (1, 'Sauge'),"
                                        + " (2, 'Thym'), (3, 'Thym')"));
        units.write(
                DatabaseSpace.of(HERE),
                unit -> unit.update("INSERT INTO garden_herb VALUES (1, 3)"));
        catalogue =
                new ModuleCatalogue(
                        node.store,
                        node.desired,
                        new ModuleStates(units, node.audit, clock),
                        schemas,
                        new Tenants(units, clock),
                        folder.resolve("cache"));
        trials =
                new ModuleTrials(
                        catalogue,
                        schemas,
                        provisioning,
                        tables,
                        units,
                        node.audit,
                        background::add,
                        clock);
        bringAndRun(bring("1.0.0", BEDS));
    }

    @AfterEach
    void stopNode() {
        node.close();
    }

    private Release bring(String version, Script... scripts) throws Exception {
        Path jar =
                GardenBundle.version(version)
                        .saying(
                                "\"cards\": []",
                                "\"tables\": [\"garden_bed\", \"garden_herb\"], \"cards\": []")
                        .into(folder, "garden.jar");
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Path migrations = Files.createDirectories(zip.getPath("db/migration"));
            for (Script script : scripts) {
                Files.writeString(migrations.resolve(script.name()), script.sql());
            }
        }
        clock.advance(Duration.ofSeconds(1));
        try (InputStream in = Files.newInputStream(jar)) {
            return catalogue.bring(AWA, in, "garden.jar");
        }
    }

    private void bringAndRun(Release release) throws Exception {
        assertThat(catalogue.run(AWA, release, true)).isEmpty();
    }

    private ModuleTrial tried(Release release) {
        trials.begin(AWA, release);
        background.forEach(Runnable::run);
        background.clear();
        return trials.last(release).orElseThrow();
    }

    /** The columns of the beds in a schema. */
    private static List<String> columns(String space) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = TestDatabase.get().poolOfTheSchemaUser().getConnection();
                ResultSet row =
                        connection.getMetaData().getColumns(space, null, "garden_bed", "%")) {
            while (row.next()) {
                found.add(row.getString("COLUMN_NAME"));
            }
        }
        return found;
    }

    @Test
    void whatWorksOnTheCopyIsSaidWithItsWayBackAndNothingElseHasChanged() throws Exception {
        Release next = bring("1.1.0", BEDS, SUNNY, NO_MORE_SUN);

        ModuleTrial trial = tried(next);

        assertThat(trial.failure()).isEmpty();
        assertThat(trial.state()).isEqualTo(State.DONE);
        assertThat(trial.uai()).contains(HERE);
        assertThat(trial.rows()).isEqualTo(4);
        assertThat(trial.back()).isEqualTo(Back.DONE);
        assertThat(columns(DatabaseSpace.of(HERE).name())).containsExactly("id", "name", "loud");
        assertThat(columns("preau_trial")).as("a copy is left").isEmpty();
        assertThat(node.audit.page(1).items().get(0).act()).isEqualTo(ModuleTrials.TRIED);
    }

    @Test
    void whatFailsOnRealRowsIsNamedBeforeAnyCollegeMeetsIt() throws Exception {
        Release next =
                bring(
                        "1.1.0",
                        BEDS,
                        new Script("V2__names.sql", "ALTER TABLE garden_bed ADD UNIQUE (name);"));

        ModuleTrial trial = tried(next);

        assertThat(trial.state()).isEqualTo(State.FAILED);
        assertThat(trial.failure().orElseThrow()).contains("Duplicate entry 'Thym'");
        assertThat(trial.back()).isEqualTo(Back.UNTRIED);
    }

    @Test
    void aWayBackThatFailsIsNamed() throws Exception {
        Release next =
                bring(
                        "1.1.0",
                        BEDS,
                        SUNNY,
                        new Script("U2__sunny.sql", "ALTER TABLE garden_bed DROP COLUMN rainy;"));

        ModuleTrial trial = tried(next);

        assertThat(trial.state()).isEqualTo(State.DONE);
        assertThat(trial.back()).isEqualTo(Back.FAILED);
        assertThat(trial.backFailure().orElseThrow()).contains("rainy");
    }

    @Test
    void whileItIsTriedItIsNotTriedASecondTimeAndWhatIsCutShortIsNotAwaitedForEver()
            throws Exception {
        Release next = bring("1.1.0", BEDS, SUNNY, NO_MORE_SUN);
        trials.begin(AWA, next);
        trials.begin(AWA, next);

        assertThat(background).hasSize(1);
        assertThat(trials.last(next)).map(ModuleTrial::state).contains(State.RUNNING);
        clock.advance(Duration.ofMinutes(31));
        assertThat(trials.last(next)).map(ModuleTrial::state).contains(State.CUT);
    }

    @Test
    void whereNothingWasTriedNothingIsSaid() throws Exception {
        assertThat(trials.last(bring("1.1.0", BEDS, SUNNY, NO_MORE_SUN)))
                .isEqualTo(Optional.empty());
    }
}
