package fr.preau.core.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.plugin.Permission;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.modules.ModuleSchemas;
import fr.preau.core.modules.ModuleStates;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.releases.ModuleCatalogue.Obstacle;
import fr.preau.core.tenancy.Tenants;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.GardenBundle;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/** An operator brings releases, reads what they would change, and decides. */
class ModuleCatalogueTest {

    private static final Actor AWA = new Actor(null, "Awa");

    private static final String OFFERING =
            "\"services\": {\"offers\": [\"garden.Beds\"]}, \"cards\": []";

    private static final String USING =
            "\"services\": {\"uses\": [{\"name\": \"garden.Beds\", \"presence\": \"required\"}]},"
                    + " \"cards\": []";

    @SuppressWarnings("NullAway.Init")
    private static UnitsOfWork units;

    private final HandClock clock = HandClock.now();

    @SuppressWarnings("NullAway.Init")
    private ANode node;

    @SuppressWarnings("NullAway.Init")
    private ModuleCatalogue catalogue;

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeAll
    static void database() throws SQLException {
        units = new UnitsOfWork(TestDatabase.get().pool(2));
    }

    @BeforeEach
    void emptyPlatform() throws IOException {
        new PlatformTables(units).empty();
        folder = Files.createTempDirectory(Path.of("target"), "catalogue");
        node = new ANode("a", units, clock, false);
        node.start();
        catalogue =
                new ModuleCatalogue(
                        node.store,
                        node.desired,
                        new ModuleStates(units, node.audit, clock),
                        new ModuleSchemas(units, TestDatabase.get().provisioning(), clock),
                        new Tenants(units, clock),
                        folder.resolve("cache"));
    }

    @AfterEach
    void stopNode() {
        node.close();
    }

    private Release bring(GardenBundle garden) throws PluginRefused, IOException {
        clock.advance(Duration.ofSeconds(1));
        try (InputStream jar = Files.newInputStream(garden.into(folder, "garden.jar"))) {
            return catalogue.bring(AWA, jar, "garden.jar");
        }
    }

    private void run(Release release) throws PluginRefused {
        assertThat(catalogue.run(AWA, release, true)).isEmpty();
        node.pass();
    }

    @Test
    void whatIsBroughtRunsOnlyOnceItsPermissionsWereGranted() throws Exception {
        Release release = bring(GardenBundle.version("1.0.0"));
        assertThat(catalogue.allReleases()).containsOnlyKeys("garden");
        assertThat(catalogue.find("garden")).isEmpty();
        assertThat(catalogue.run(AWA, release, false))
                .contains(new Obstacle("permissions", "directory:read"));
        assertThat(catalogue.find("garden")).isEmpty();

        run(release);

        assertThat(node.running()).isEqualTo("1.0.0");
        assertThat(catalogue.grants("garden"))
                .singleElement()
                .satisfies(
                        grant -> {
                            assertThat(grant.permission()).isEqualTo(Permission.DIRECTORY_READ);
                            assertThat(grant.by()).isEqualTo("Awa");
                        });
        try (var left = Files.list(folder.resolve("cache"))) {
            assertThat(left).allMatch(file -> file.toString().endsWith(".jar"));
        }
    }

    @Test
    void aJarThatWouldActOnTheFrameworkIsRefusedWhenItIsBrought() {
        GardenBundle acting =
                GardenBundle.version("1.0.0")
                        .wanting(Bundle.class)
                        .with("private final org.osgi.framework.Bundle service;");

        assertThatThrownBy(() -> bring(acting))
                .isInstanceOf(PluginRefused.class)
                .hasMessageContaining("org.osgi.framework");

        assertThat(catalogue.allReleases()).isEmpty();
    }

    @Test
    void aRehearsalNamesWhatIsAskedInAdditionAndWhatIsGivenBack() throws Exception {
        run(bring(GardenBundle.version("1.0.0")));

        Rehearsal rehearsal =
                catalogue.rehearse(
                        bring(GardenBundle.version("1.1.0").saying("directory:read", "files")));

        assertThat(rehearsal.goesBack()).isFalse();
        assertThat(rehearsal.more())
                .extracting(asked -> asked.permission())
                .containsExactly(Permission.FILES);
        assertThat(rehearsal.fewer()).containsExactly("directory:read");
        assertThat(rehearsal.expected(4)).isEmpty();
    }

    @Test
    void goingBackIsARehearsalOfTheReleaseBefore() throws Exception {
        Release old = bring(GardenBundle.version("1.0.0"));
        run(old);
        run(bring(GardenBundle.version("1.1.0")));

        assertThat(catalogue.rehearse(old).goesBack()).isTrue();
        run(old);

        assertThat(node.running()).isEqualTo("1.0.0");
        assertThat(node.audit.page(1).items().get(0).act()).isEqualTo(DesiredModules.ROLLED_BACK);
    }

    @Test
    void whoLosesAServiceIsNamedBeforeItsModuleGoes() throws Exception {
        run(bring(GardenBundle.version("1.0.0").saying("\"cards\": []", OFFERING)));
        Release kitchen =
                bring(
                        GardenBundle.version("1.0.0")
                                .saying("\"garden\"", "\"kitchen\"")
                                .saying("Jardin", "Cuisine")
                                .saying("\"cards\": []", USING));
        assertThat(catalogue.losingWithout("garden")).isEmpty();
        node.desired.want(AWA, DesiredModules.INSTALLED, kitchen);

        List<LostService> lost =
                List.of(new LostService("kitchen", "Cuisine", "garden.Beds", true));
        assertThat(catalogue.losingWithout("garden")).isEqualTo(lost);
        assertThat(catalogue.rehearse(bring(GardenBundle.version("1.1.0"))).losing())
                .isEqualTo(lost);
        assertThat(catalogue.losingWithout("kitchen")).isEmpty();
    }

    @Test
    void everyNodeSaysWhatItRunsAndWhyNot() throws Exception {
        NodeReports reports = new NodeReports(units, clock);
        Release release = bring(GardenBundle.version("1.0.0"));
        node.desired.want(AWA, DesiredModules.INSTALLED, release);
        node.pass();
        assertThat(reports.of("garden"))
                .singleElement()
                .satisfies(
                        said -> {
                            assertThat(said.node()).isEqualTo("a");
                            assertThat(said.release()).isEmpty();
                            assertThat(said.failure().orElse("")).contains("asks for more");
                        });

        run(release);

        assertThat(reports.all())
                .singleElement()
                .satisfies(
                        said -> {
                            assertThat(said.release()).contains(release.sha256());
                            assertThat(said.failure()).isEqualTo(Optional.empty());
                        });
    }

    private static GardenBundle withFilesToo(String version) {
        return GardenBundle.version(version)
                .saying(
                        "\"permissions\": [",
                        "\"permissions\": [{\"name\": \"files\", \"reason\": \"Pour garder le"
                                + " plan du jardin.\"},");
    }

    @Test
    void aReleaseGetsNoMoreThanItAsksForThoughItsModuleWasGrantedMore() throws Exception {
        run(bring(withFilesToo("1.0.0")));
        assertThat(node.host.find("garden").orElseThrow().granted())
                .containsExactlyInAnyOrder(Permission.DIRECTORY_READ, Permission.FILES);

        // As from the folder: nobody was asked, for it asks for less.
        node.desired.want(AWA, DesiredModules.UPDATED, bring(GardenBundle.version("1.1.0")));
        node.pass();

        assertThat(node.running()).isEqualTo("1.1.0");
        assertThat(node.host.find("garden").orElseThrow().granted())
                .containsExactly(Permission.DIRECTORY_READ);
    }

    @Test
    void whatWasGrantedEndsWhenTheModuleIsRemoved() throws Exception {
        Release release = bring(GardenBundle.version("1.0.0"));
        run(release);

        catalogue.remove(AWA, "garden");
        node.pass();

        assertThat(catalogue.grants("garden")).isEmpty();
        assertThat(catalogue.run(AWA, release, false))
                .contains(new Obstacle("permissions", "directory:read"));
        node.desired.want(AWA, DesiredModules.INSTALLED, release);
        node.pass();
        assertThat(node.running()).isEqualTo("none");
        assertThat(node.failure()).contains("waits for a yes");
    }

    @Test
    void aNodeThatLeavesIsGoneAtOnce() throws Exception {
        run(bring(GardenBundle.version("1.0.0")));

        node.reconciler.leave();

        assertThat(new NodeReports(units, clock).all()).isEmpty();
    }

    @Test
    void aNodeThatWasThoughtGoneSaysEverythingAgain() throws Exception {
        run(bring(GardenBundle.version("1.0.0")));
        new PlatformTables(units).change("DELETE FROM module_on_node");
        clock.advance(Duration.ofMinutes(1));

        node.pass();
        node.pass();

        assertThat(new NodeReports(units, clock).all())
                .extracting(NodeReport::node)
                .containsExactly("a");
    }

    @Test
    void aNodeThatIsGoneSaysNothingMoreAndOneThatStaysGoesOnSayingIt() throws Exception {
        NodeReports reports = new NodeReports(units, clock);
        ANode other = new ANode("b", units, clock, false);
        other.start();
        run(bring(GardenBundle.version("1.0.0")));
        other.pass();
        other.close();
        assertThat(reports.of("garden")).extracting(NodeReport::node).containsExactly("a", "b");

        clock.advance(Duration.ofMinutes(3));
        node.pass();

        assertThat(reports.of("garden")).extracting(NodeReport::node).containsExactly("a");
        clock.advance(Duration.ofDays(2));
        node.pass();
        assertThat(new PlatformTables(units).ask("SELECT GROUP_CONCAT(node) FROM module_on_node"))
                .isEqualTo("a");
    }

    @Test
    void tablesGoBackOnlyWhenNoNodeThatIsThereHasTheLaterVersion() throws Exception {
        NodeReports reports = new NodeReports(units, clock);
        Release old = bring(GardenBundle.version("1.0.0"));
        run(old);
        run(bring(GardenBundle.version("1.1.0")));
        try (ANode other = new ANode("b", units, clock, false)) {
            other.start();
            run(old);
            assertThat(reports.nodesWithOtherThan("garden", old.sha256())).contains("b");

            other.pass();
            other.awaitEnd();
            other.pass();
            node.awaitEnd();
            node.pass();

            assertThat(reports.nodesWithOtherThan("garden", old.sha256())).isEmpty();
        }
    }

    @Test
    void aNodeWhereACallStillRunsInTheLaterVersionHoldsTheTablesBack() throws Exception {
        NodeReports reports = new NodeReports(units, clock);
        Release old = bring(GardenBundle.version("1.0.0"));
        run(old);
        run(bring(GardenBundle.version("1.1.0")));
        node.awaitEnd();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Thread caller =
                new Thread(
                        () ->
                                node.host.call(
                                        "garden",
                                        plugin -> {
                                            inside.countDown();
                                            return awaited(leave);
                                        }));
        caller.start();
        assertThat(awaited(inside)).isTrue();

        run(old);
        node.pass();
        assertThat(reports.nodesWithOtherThan("garden", old.sha256())).containsExactly("a");

        leave.countDown();
        node.awaitEnd();
        node.pass();
        assertThat(reports.nodesWithOtherThan("garden", old.sha256())).isEmpty();
        caller.join();
    }

    @Test
    void aDeadNodeHoldsTheTablesBackForTwoMinutes() throws Exception {
        NodeReports reports = new NodeReports(units, clock);
        Release old = bring(GardenBundle.version("1.0.0"));
        run(old);
        run(bring(GardenBundle.version("1.1.0")));
        ANode other = new ANode("b", units, clock, false);
        other.start();
        other.close();
        run(old);
        node.awaitEnd();
        node.pass();
        assertThat(reports.nodesWithOtherThan("garden", old.sha256())).containsExactly("b");

        clock.advance(Duration.ofMinutes(2).plusSeconds(1));

        assertThat(reports.nodesWithOtherThan("garden", old.sha256())).isEmpty();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
