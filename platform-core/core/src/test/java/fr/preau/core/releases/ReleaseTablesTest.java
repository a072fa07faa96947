package fr.preau.core.releases;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.jobs.JobLeases;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.modules.ModuleSchemas;
import fr.preau.core.modules.ModuleStates;
import fr.preau.core.modules.ModuleSwitchboard;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.SpaceTables;
import fr.preau.core.tenancy.Tenants;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.GardenBundle;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.TestDatabase;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a module's tables when another release of it is wanted. */
class ReleaseTablesTest {

    private static final Actor AWA = new Actor(null, "Awa");
    private static final Uai HERE = new Uai("0921993S");

    private final HandClock clock = HandClock.now();
    private final UnitsOfWork units;
    private final Path folder;
    private final ANode node;
    private final ModuleStates states;
    private final ModuleSchemas schemas;
    private final ModuleSwitchboard switchboard;
    private final ModuleCatalogue catalogue;
    private final TakingBack takingBack;
    private final ModuleGate gate;

    ReleaseTablesTest() throws Exception {
        units = new UnitsOfWork(TestDatabase.get().pool(2));
        new PlatformTables(units).empty().college(HERE.value(), "essai");
        TestDatabase.get().provisioning().create(DatabaseSpace.of(HERE));
        new SpaceTables(TestDatabase.get().poolOfTheSchemaUser())
                .drop(DatabaseSpace.of(HERE), "garden");
        folder = Files.createTempDirectory(Path.of("target"), "tables");
        node = new ANode("a", units, clock, false);
        Tenants tenants = new Tenants(units, clock);
        tenants.refresh();
        tenants.markProvisioned(HERE);
        states = new ModuleStates(units, node.audit, clock);
        schemas = new ModuleSchemas(units, TestDatabase.get().provisioning(), clock);
        gate = new ModuleGate(node.host, states, schemas);
        switchboard =
                new ModuleSwitchboard(
                        states,
                        schemas,
                        node.host,
                        new ModuleGate(node.host, states, schemas),
                        tenants,
                        Runnable::run,
                        () -> {});
        catalogue =
                new ModuleCatalogue(
                        node.store,
                        node.desired,
                        states,
                        schemas,
                        tenants,
                        folder.resolve("cache"));
        takingBack =
                new TakingBack(
                        node.desired,
                        catalogue,
                        switchboard,
                        new NodeReports(units, clock),
                        new JobLeases(units, clock, "a"));
        node.keepsWhatIsNeeded(switchboard);
    }

    @BeforeEach
    void switchOn() {
        turn(true);
        node.start();
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private void turn(boolean enabled) {
        states.switchModule(AWA, PlatformTables.IDS.generate(), "garden", List.of(HERE), enabled);
    }

    private static GardenBundle beds() {
        return GardenBundle.version("1.0.0")
                .saying("\"cards\": []", "\"tables\": [\"garden_bed\"], \"cards\": []")
                .migrating("V1__beds.sql", "CREATE TABLE garden_bed (id INT);");
    }

    private static GardenBundle trees(String sql) {
        return beds().releasedAs("1.1.0")
                .migrating("V2__trees.sql", sql)
                .migrating("U2__trees.sql", "ALTER TABLE garden_bed DROP COLUMN trees;");
    }

    private static GardenBundle trees() {
        return trees("ALTER TABLE garden_bed ADD COLUMN trees INT;");
    }

    private Release bring(GardenBundle garden) throws Exception {
        clock.advance(Duration.ofSeconds(1));
        try (InputStream jar = Files.newInputStream(garden.into(folder, "garden.jar"))) {
            return catalogue.bring(AWA, jar, "garden.jar");
        }
    }

    /** Wants it, runs it here, and makes its tables. */
    private void run(Release release) throws Exception {
        assertThat(catalogue.run(AWA, release, true)).isEmpty();
        node.pass();
        look();
    }

    /** What this node does about tables, as soon as versions that were replaced have ended. */
    private void look() throws Exception {
        switchboard.makeTables(running());
        switchboard.retireUnneeded();
        node.awaitEnd();
        node.pass();
        takingBack.look(running());
    }

    private LivePlugin running() {
        return node.host.find("garden").orElseThrow();
    }

    private String reached() {
        return schemas.reached("garden").getOrDefault(HERE, "none");
    }

    @Test
    void goingBackTakesTheTablesBack() throws Exception {
        Release old = bring(beds());
        run(old);
        run(bring(trees()));
        assertThat(reached()).isEqualTo("2");

        run(old);

        assertThat(node.running()).isEqualTo("1.0.0");
        assertThat(reached()).isEqualTo("1");
    }

    @Test
    void tablesWaitForAnotherNodeThatStillRunsTheLaterRelease() throws Exception {
        Release old = bring(beds());
        run(old);
        run(bring(trees()));
        try (ANode other = new ANode("b", units, clock, false)) {
            other.start();
            assertThat(other.running()).isEqualTo("1.1.0");

            run(old);
            assertThat(reached()).isEqualTo("2");
            assertThat(takingBack.waited("garden")).isTrue();

            other.pass();
            other.awaitEnd();
            other.pass();
        }
        takingBack.look(running());

        assertThat(reached()).isEqualTo("1");
        assertThat(takingBack.waited("garden")).isFalse();
    }

    @Test
    void theReleaseBeforeThatRunsInPlaceOfABrokenOneTakesNothingBack() throws Exception {
        run(bring(beds()));
        Release broken =
                bring(
                        trees().with(
                                        "public List<Route<?, ?>> routes()"
                                                + " { throw new AssertionError(\"no garden\"); }"));
        schemas.bringUp(HERE, "garden", catalogue.scripts(broken));
        assertThat(catalogue.run(AWA, broken, true)).isEmpty();
        node.pass();
        assertThat(node.running()).isEqualTo("1.0.0");
        assertThat(reached()).isEqualTo("2");

        takingBack.look(running());

        assertThat(reached()).isEqualTo("2");
        assertThat(schemas.failure(HERE, "garden")).isEmpty();
    }

    @Test
    void afterARemovalAnOlderReleaseIsInstalledWithTheTablesTakenBack() throws Exception {
        Release old = bring(beds());
        run(old);
        run(bring(trees()));
        catalogue.remove(AWA, "garden");
        node.pass();
        node.awaitEnd();
        assertThat(node.running()).isEqualTo("none");

        Rehearsal rehearsal = catalogue.rehearse(old);
        assertThat(rehearsal.from()).isEmpty();
        assertThat(rehearsal.undone()).containsExactly("V2__trees.sql");
        run(old);

        assertThat(node.running()).isEqualTo("1.0.0");
        assertThat(reached()).isEqualTo("1");
        assertThat(node.audit.page(1).items())
                .extracting(entry -> entry.act())
                .contains(DesiredModules.REMOVED)
                .startsWith(DesiredModules.INSTALLED);
    }

    @Test
    void afterARemovalTheSameReleaseFindsItsTables() throws Exception {
        Release release = bring(trees());
        run(release);
        catalogue.remove(AWA, "garden");
        node.pass();
        node.awaitEnd();

        assertThat(catalogue.rehearse(release).scripts()).isEmpty();
        run(release);

        assertThat(node.running()).isEqualTo("1.1.0");
        assertThat(reached()).isEqualTo("2");
    }

    @Test
    void whereAMigrationFailedANodeThatStartsBringsTheReleaseBefore() throws Exception {
        run(bring(beds()));
        run(bring(trees("ALTER TABLE garden_nowhere ADD COLUMN trees INT;")));
        assertThat(reached()).isEqualTo("1");
        assertThat(gate.serving(HERE, "garden").orElseThrow().manifest().version())
                .isEqualTo("1.0.0");

        try (ANode late = new ANode("late", units, clock, false)) {
            Tenants tenants = new Tenants(units, clock);
            tenants.refresh();
            late.keepsWhatIsNeeded(
                    new ModuleSwitchboard(
                            states,
                            schemas,
                            late.host,
                            new ModuleGate(late.host, states, schemas),
                            tenants,
                            Runnable::run,
                            () -> {}));
            late.start();
            late.pass();

            assertThat(late.host.versions("garden"))
                    .extracting(version -> version.manifest().version())
                    .containsExactly("1.1.0", "1.0.0");
        }
    }

    @Test
    void noReleaseBeforeIsMissedWhereTheModuleIsNewOrOffOrItsTablesAreThere() throws Exception {
        Release release = bring(trees());
        assertThat(catalogue.run(AWA, release, true)).isEmpty();
        node.pass();
        assertThat(switchboard.lacksItsPredecessor(running())).as("new there").isFalse();

        schemas.bringUp(HERE, "garden", catalogue.scripts(bring(beds())));
        assertThat(switchboard.lacksItsPredecessor(running())).as("tables before").isTrue();
        turn(false);
        assertThat(switchboard.lacksItsPredecessor(running())).as("off there").isFalse();

        turn(true);
        switchboard.makeTables(running());
        assertThat(switchboard.lacksItsPredecessor(running())).as("tables there").isFalse();
    }
}
