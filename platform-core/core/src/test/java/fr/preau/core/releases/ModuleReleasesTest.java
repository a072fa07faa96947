package fr.preau.core.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.plugin.Permission;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.plugins.trust.SignatureStanding;
import fr.preau.core.plugins.trust.TrustRule;
import fr.preau.core.reasons.HostReason;
import fr.preau.core.tenancy.StatementTally;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.GardenBundle;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is brought is kept; what is desired runs, on every node, whatever happens in between. */
class ModuleReleasesTest {

    private static final Actor AWA = new Actor(null, "Awa");

    private static final String BROKEN_ROUTES =
            "public List<Route<?, ?>> routes() { throw new AssertionError(\"no garden today\"); }";

    @SuppressWarnings("NullAway.Init")
    private static UnitsOfWork units;

    private final HandClock clock = HandClock.now();
    private final List<ANode> nodes = new ArrayList<>();

    @BeforeAll
    static void database() throws SQLException {
        units = new UnitsOfWork(TestDatabase.get().pool(2));
    }

    @BeforeEach
    void emptyPlatform() {
        new PlatformTables(units).empty();
    }

    @AfterEach
    void stopNodes() {
        nodes.forEach(ANode::close);
    }

    private ANode open(String name) {
        return started(new ANode(name, units, clock, true));
    }

    /** As in production: nobody has said yes to anything yet. */
    private ANode strict(String name) {
        return started(new ANode(name, units, clock, false));
    }

    private ANode started(ANode node) {
        nodes.add(node);
        node.start();
        return node;
    }

    private ANode openWith(GardenBundle... gardens) {
        ANode node = new ANode("a", units, clock, true);
        for (int i = 0; i < gardens.length; i++) {
            written(gardens[i].into(node.jars, "garden-" + i + ".jar"));
        }
        return started(node);
    }

    private static GardenBundle version(String version) {
        return GardenBundle.version(version);
    }

    private List<String> journal(ANode node) {
        return node.audit.page(1).items().stream()
                .map(entry -> entry.act() + " " + entry.detail())
                .toList();
    }

    /** The clock of the tests stands still, that of the files does not. */
    private void aMomentLater() {
        clock.advance(Duration.ofSeconds(1));
    }

    private void put(ANode node, GardenBundle garden) {
        aMomentLater();
        written(garden.into(node.jars, "garden-0.jar"));
        aMomentLater();
        node.look();
    }

    private void written(Path jar) {
        try {
            Files.setLastModifiedTime(jar, FileTime.from(clock.instant()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void ofTwoVersionsTheNewerRunsAndTheOtherIsNamed() {
        ANode node = openWith(version("0.9.0"), version("0.10.0"));

        assertThat(node.running()).isEqualTo("0.10.0");
        assertThat(node.reason("garden-0.jar")).contains("version 0.10.0 runs");
        assertThat(node.reason("garden-1.jar")).isEqualTo("none");
    }

    @Test
    void takingAJarOutOfTheFolderChangesNothing() throws IOException {
        ANode node = openWith(version("1.0.0"));

        Files.delete(node.jars.resolve("garden-0.jar"));
        node.look();
        node.look();

        assertThat(node.running()).isEqualTo("1.0.0");
    }

    @Test
    void halfAJarIsNamedAndWhatRanBeforeGoesOn() throws IOException {
        ANode node = openWith(version("1.0.0"));
        Path jar = node.jars.resolve("garden-0.jar");

        byte[] whole = Files.readAllBytes(jar);
        Files.write(jar, Arrays.copyOf(whole, whole.length / 2));
        node.look();

        assertThat(node.running()).isEqualTo("1.0.0");
        assertThat(node.reason("garden-0.jar")).contains("not a readable jar");
    }

    @Test
    void aModuleThatThrowsAnErrorIsTriedAgainLaterAndWhatRanBeforeGoesOn() {
        ANode node = openWith(version("1.0.0"));

        put(node, version("1.1.0").with(BROKEN_ROUTES));
        assertThat(node.running()).isEqualTo("1.0.0");
        assertThat(node.failure()).contains("did not start", "no garden today");

        put(node, version("1.1.0"));
        assertThat(node.running()).as("repaired").isEqualTo("1.1.0");
        assertThat(node.failure()).isEqualTo("none");
    }

    @Test
    void aNodeThatStartsWithABrokenReleaseRunsTheOneBefore() {
        put(openWith(version("1.0.0")), version("1.1.0").with(BROKEN_ROUTES));

        ANode late = open("late");

        assertThat(late.running()).isEqualTo("1.0.0");
        assertThat(late.failure()).contains("no garden today");
    }

    @Test
    void everyNodeComesToTheSameThoughOnlyOneHasTheJar() {
        ANode first = openWith(version("1.0.0"));
        ANode second = open("b");
        assertThat(second.running()).isEqualTo("1.0.0");

        put(first, version("1.0.1"));
        second.pass();

        assertThat(second.running()).isEqualTo("1.0.1");
        assertThat(journal(first))
                .filteredOn(line -> line.startsWith("module-updated"))
                .containsExactly("module-updated 1.0.1");
    }

    @Test
    void whatWasRemovedStaysAwayThoughItsJarStillLiesThere() {
        ANode node = openWith(version("1.0.0"));
        aMomentLater();

        node.desired.remove(AWA, "garden");
        node.look();

        assertThat(node.running()).isEqualTo("none");
        assertThat(node.reason("garden-0.jar")).contains("removed");
        assertThat(open("again").running()).isEqualTo("none");

        put(node, version("1.0.1"));
        assertThat(node.running()).isEqualTo("1.0.1");
    }

    @Test
    void goingBackRunsTheOldReleaseAndTheJarInTheFolderDoesNotUndoIt() {
        ANode node = openWith(version("1.0.0"));
        put(node, version("1.1.0"));
        Release old = node.store.of("garden").get(1);
        aMomentLater();

        node.desired.want(AWA, DesiredModules.ROLLED_BACK, old);
        node.look();

        assertThat(node.running()).isEqualTo("1.0.0");
        assertThat(journal(node).get(0)).isEqualTo("module-rolled-back 1.0.0");
    }

    @Test
    void wantingTwiceIsWrittenDownOnce() {
        ANode node = openWith(version("1.0.0"));
        Release release = node.store.of("garden").get(0);

        node.desired.want(AWA, DesiredModules.UPDATED, release);
        node.desired.grant(AWA, release);

        assertThat(journal(node))
                .containsExactly("module-installed 1.0.0", "module-granted directory:read");
    }

    @Test
    void inProductionAModuleWaitsForTheYesToItsPermissions() {
        ANode node = strict("a");
        put(node, version("1.0.0"));
        assertThat(node.running()).isEqualTo("none");
        assertThat(node.failure()).contains("asks for more than was granted");

        node.desired.grant(AWA, node.store.of("garden").get(0));
        node.pass();

        assertThat(node.running()).isEqualTo("1.0.0");
        assertThat(node.desired.find("garden").orElseThrow().granted())
                .containsExactly(Permission.DIRECTORY_READ);
    }

    @Test
    void inProductionAnUpdateThatAsksForMoreWaitsAndTheOldOneGoesOn() {
        ANode node = strict("a");
        put(node, version("1.0.0"));
        node.desired.grant(AWA, node.store.of("garden").get(0));
        node.pass();

        put(node, version("1.1.0").saying("directory:read", "files"));
        assertThat(node.running()).isEqualTo("1.0.0");
        assertThat(node.reason("garden-0.jar")).contains("waits for a yes");

        put(node, version("1.2.0"));
        assertThat(node.running()).as("asks for no more").isEqualTo("1.2.0");
    }

    @Test
    void inProductionAnOlderVersionIsNotTakenFromTheFolder() {
        ANode node = strict("a");
        put(node, version("1.1.0"));
        node.desired.grant(AWA, node.store.of("garden").get(0));
        node.pass();

        put(node, version("1.0.0"));

        assertThat(node.running()).isEqualTo("1.1.0");
        assertThat(node.reason("garden-0.jar")).contains("version 1.1.0 is newer");
    }

    @Test
    void whenWhatIsGrantedChangesTheModuleStartsAnewWithIt() {
        ANode node = strict("a");
        put(node, version("1.0.0").immediateWithDirectory().saying("directory:read", "files"));
        node.desired.grant(AWA, node.store.of("garden").get(0));
        node.pass();

        assertThat(node.running()).as("no directory without the permission").isEqualTo("none");
        assertThat(node.failure()).contains("not granted by a permission");
    }

    @Test
    void aComponentThatStartsAtOnceGetsWhatItIsGranted() {
        ANode node = openWith(version("1.0.0").immediateWithDirectory());

        assertThat(node.failure()).isEqualTo("none");
        assertThat(node.running()).isEqualTo("1.0.0");
    }

    @Test
    void aFailedReleaseIsNotTriedAtEachPass() {
        ANode node = openWith(version("1.0.0").with(BROKEN_ROUTES));
        assertThat(
                        new PlatformTables(units)
                                .ask("SELECT CONCAT(node, ' ', failure) FROM module_on_node"))
                .startsWith("a ")
                .contains("no garden today");
        int tries = node.tries();
        node.pass();
        node.pass();
        assertThat(node.tries()).as("waits").isEqualTo(tries);
        clock.advance(Duration.ofSeconds(10));
        node.pass();
        assertThat(node.tries()).as("tried again").isEqualTo(tries + 1);
        clock.advance(Duration.ofSeconds(10));
        node.pass();
        assertThat(node.tries()).as("waits longer").isEqualTo(tries + 1);
    }

    @Test
    void whereOnlyKnownPublishersMayRunAnUnsignedJarIsNotEvenKept() {
        ANode node = started(new ANode("a", units, clock, false, TrustRule.KNOWN_ONLY));

        put(node, version("1.0.0"));

        assertThat(node.reason("garden-0.jar")).isEqualTo(HostReason.UNSIGNED.with("garden-0.jar"));
        assertThat(node.store.all()).isEmpty();
        assertThat(node.running()).isEqualTo("none");
    }

    @Test
    void aJarThatIsRefusedIsExaminedOnceAndNotAtEachLook() {
        ANode node = started(new ANode("a", units, clock, false, TrustRule.KNOWN_ONLY));
        put(node, version("1.0.0"));

        assertThat(StatementTally.of(node.intake::lookAgain)).as("asks for the jar").isZero();
        assertThat(node.reason("garden-0.jar")).as("still said").contains("signed");
    }

    @Test
    void aManifestThatCanNotBeReadAnyMoreIsSaidAndTheOtherModulesRun() {
        ANode first = openWith(version("1.0.0"), kitchen());
        assertThat(first.host.find("kitchen")).isPresent();
        new PlatformTables(units)
                .change("UPDATE module_release SET manifest = '{}' WHERE module = 'garden'");

        ANode late = open("late");

        assertThat(late.running()).isEqualTo("none");
        assertThat(late.failure()).contains("can't read its manifest");
        assertThat(late.host.find("kitchen")).isPresent();
        assertThat(first.running()).as("where it was read before").isEqualTo("1.0.0");
    }

    private static GardenBundle kitchen() {
        return version("2.0.0").saying("\"garden\"", "\"kitchen\"").saying("Jardin", "Cuisine");
    }

    @Test
    void aReleaseSaysWhoSignedIt() {
        Release release = openWith(version("1.0.0")).store.of("garden").get(0);

        assertThat(release.standing()).isEqualTo(SignatureStanding.UNSIGNED);
        assertThat(release.signer()).isEmpty();
    }

    @Test
    void aManifestThatIsWrongIsRefusedWithItsWordsAndItsLine() {
        ANode node = open("a");
        version("1.0.0").saying("directory:read", "directory:write").into(node.jars, "write.jar");
        version("1.0.0").saying("\"garden\"", "\"core\"").into(node.jars, "core.jar");
        version("1.0.0").saying("PUPIL", "ELEVE").into(node.jars, "eleve.jar");
        version("un").into(node.jars, "un.jar");
        node.look();

        assertThat(node.reason("write.jar"))
                .contains("no permission is called « directory:write »");
        assertThat(node.reason("core.jar")).contains("line 1: /id");
        assertThat(node.reason("eleve.jar")).contains("line 5: /profiles/0", "PUPIL");
        assertThat(node.reason("un.jar")).contains("line 1: /version");
    }

    @Test
    void aMenuWithoutItsWordsIsRefused() {
        ANode node = openWith(version("1.0.0").saying("\"menu\": []", menu("menu.nowhere")));

        assertThat(node.failure()).contains("menu.nowhere", "missing");
    }

    @Test
    void theCardsOfTheManifestAreThoseOfTheCode() {
        ANode node =
                openWith(
                        version("1.0.0")
                                .saying(
                                        "\"cards\": []",
                                        "\"cards\": [{\"id\": \"beds\", \"profiles\":"
                                                + " [\"PUPIL\"]}]"));

        assertThat(node.failure()).contains("nothing is done for its card beds");
    }

    private static String menu(String text) {
        return "\"menu\": [{\"text\": \"%s\", \"path\": \"/\", \"profiles\": [\"PUPIL\"]}]"
                .formatted(text);
    }

    @Test
    void aJarComesOutOfTheDatabaseByteForByteOrNotAtAll() throws Exception {
        ANode node = openWith(version("1.0.0"));
        Release release = node.store.of("garden").get(0);
        Path folder = Files.createTempDirectory(Path.of("target"), "fetched");

        Path jar = node.store.fetch(release, folder);
        assertThat(jar).hasSameBinaryContentAs(node.jars.resolve("garden-0.jar"));

        Files.writeString(jar, "half a jar");
        assertThat(ReleaseStore.sha256(node.store.fetch(release, folder)))
                .isEqualTo(release.sha256());

        Files.delete(jar);
        new PlatformTables(units)
                .change("UPDATE module_release_piece SET bytes = 'something else'");
        assertThatThrownBy(() -> node.store.fetch(release, folder))
                .isInstanceOf(PluginRefused.class)
                .hasMessageContaining("not what it was");
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whoIsInsideTheOldVersionEndsThereWhileTheNewOneServes() throws Exception {
        ANode node = openWith(version("1.0.0"));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        ExecutorService caller = Executors.newSingleThreadExecutor();
        try {
            Future<Optional<String>> late =
                    caller.submit(
                            () ->
                                    node.host.call(
                                            "garden",
                                            plugin -> {
                                                inside.countDown();
                                                await(leave);
                                                return plugin.manifest().version();
                                            }));
            await(inside);

            put(node, version("1.0.1"));

            assertThat(node.host.call("garden", plugin -> plugin.manifest().version()))
                    .contains("1.0.1");
            assertThat(late.isDone()).isFalse();
            leave.countDown();
            assertThat(late.get(10, TimeUnit.SECONDS)).contains("1.0.0");
        } finally {
            leave.countDown();
            caller.shutdown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
