package fr.preau.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.directory.Directory;
import fr.preau.core.persistence.PersistenceUnits;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.TestDatabase;
import fr.preau.testkit.GardenBundle;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What runs is what lies in the folder, whatever lies there. */
class PluginFolderTest {

    private static final String BROKEN_ROUTES =
            "public List<Route<?, ?>> routes() { throw new AssertionError(\"no garden today\"); }";

    private final Path jars;
    private final HandClock clock = HandClock.now();
    private final ExecutorService behind = Executors.newSingleThreadExecutor();
    private final PluginHost host;
    private final PluginFolder folder;

    PluginFolderTest() throws IOException, SQLException {
        UnitsOfWork units = new UnitsOfWork(TestDatabase.get().pool(1));
        Path work = Files.createTempDirectory(Path.of("target"), "modules");
        this.jars = Files.createDirectory(work.resolve("jars"));
        this.host =
                new PluginHost(
                        work.resolve("felix"),
                        units,
                        new PersistenceUnits(units),
                        nobodysDirectory(),
                        clock,
                        behind);
        this.folder = new PluginFolder(jars, host, clock);
    }

    private static Directory nobodysDirectory() {
        return (Directory)
                Proxy.newProxyInstance(
                        Directory.class.getClassLoader(),
                        new Class<?>[] {Directory.class},
                        (self, method, arguments) -> {
                            throw new UnsupportedOperationException(method.getName());
                        });
    }

    @AfterEach
    void stopHost() {
        host.close();
        behind.shutdown();
    }

    private String running() {
        return host.find("garden").map(plugin -> plugin.manifest().version()).orElse("none");
    }

    private String reason(String file) {
        return folder.refused().stream()
                .filter(jar -> jar.file().equals(file))
                .map(RefusedJar::reason)
                .findFirst()
                .orElse("none");
    }

    /** So many looks that whatever is there now is taken, and whatever is gone is stopped. */
    private void lookUntilTaken() {
        for (int i = 0; i < 4; i++) {
            folder.lookAgain();
        }
    }

    @Test
    void ofTwoVersionsTheNewerRunsAndTheOtherIsNamed() {
        GardenBundle.version("0.9.0").into(jars, "garden-0.9.0.jar");
        GardenBundle.version("0.10.0").into(jars, "garden-0.10.0.jar");

        folder.takeAll();

        assertThat(running()).isEqualTo("0.10.0");
        assertThat(reason("garden-0.9.0.jar")).contains("0.10.0", "garden-0.10.0.jar", "runs");
    }

    @Test
    void takingTheNewerVersionAwayBringsTheOlderBack() throws IOException {
        GardenBundle.version("0.9.0").into(jars, "a.jar");
        Path newer = GardenBundle.version("0.10.0").into(jars, "b.jar");
        folder.takeAll();

        Files.delete(newer);
        lookUntilTaken();

        assertThat(running()).isEqualTo("0.9.0");
        assertThat(folder.refused()).isEmpty();
    }

    @Test
    void aJarThatIsAwayForAMomentIsNotMissed() throws IOException {
        Path jar = GardenBundle.version("1.0.0").into(jars, "garden.jar");
        folder.takeAll();

        Files.delete(jar);
        folder.lookAgain();
        folder.lookAgain();
        assertThat(running()).isEqualTo("1.0.0");

        GardenBundle.version("1.0.1").into(jars, "garden.jar");
        folder.lookAgain();
        assertThat(running()).as("seen once").isEqualTo("1.0.0");
        folder.lookAgain();
        assertThat(running()).as("seen twice").isEqualTo("1.0.1");
    }

    @Test
    void aJarThatStaysAwayIsGone() throws IOException {
        Path jar = GardenBundle.version("1.0.0").into(jars, "garden.jar");
        folder.takeAll();

        Files.delete(jar);
        lookUntilTaken();

        assertThat(running()).isEqualTo("none");
        assertThat(folder.ids()).isEmpty();
    }

    @Test
    void aJarThatBecomesAnotherModuleIsNoLongerTheOld() {
        GardenBundle.version("1.0.0").into(jars, "module.jar");
        folder.takeAll();

        GardenBundle.version("1.0.0").saying("\"garden\"", "\"orchard\"").into(jars, "module.jar");
        lookUntilTaken();
        folder.lookAgain();

        assertThat(host.find("orchard")).isPresent();
        assertThat(host.find("garden")).isEmpty();
    }

    @Test
    void halfAJarIsNamedAndWhatRanBeforeGoesOn() throws IOException {
        Path jar = GardenBundle.version("1.0.0").into(jars, "garden.jar");
        folder.takeAll();

        byte[] whole = Files.readAllBytes(jar);
        Files.write(jar, Arrays.copyOf(whole, whole.length / 2));
        lookUntilTaken();

        assertThat(running()).isEqualTo("1.0.0");
        assertThat(reason("garden.jar")).contains("not a readable jar");
    }

    @Test
    void aModuleThatThrowsAnErrorIsRefusedAndTriedAgainLater() {
        GardenBundle.version("1.0.0").into(jars, "garden.jar");
        folder.takeAll();

        GardenBundle.version("1.1.0").with(BROKEN_ROUTES).into(jars, "garden.jar");
        lookUntilTaken();
        assertThat(running()).isEqualTo("1.0.0");
        assertThat(reason("garden.jar")).contains("did not start", "no garden today");

        clock.advance(Duration.ofSeconds(9));
        folder.lookAgain();
        clock.advance(Duration.ofSeconds(1));
        folder.lookAgain();
        assertThat(running()).isEqualTo("1.0.0");

        GardenBundle.version("1.1.0").into(jars, "garden.jar");
        lookUntilTaken();
        assertThat(running()).as("repaired").isEqualTo("1.1.0");
        assertThat(folder.refused()).isEmpty();
    }

    @Test
    void aRefusedJarIsNotTriedAtEachLook() {
        int[] tries = new int[1];
        host.beforeServing(
                plugin -> {
                    tries[0]++;
                    throw new IllegalStateException("the database is away");
                });
        GardenBundle.version("1.0.0").into(jars, "garden.jar");

        folder.takeAll();
        lookUntilTaken();
        assertThat(tries[0]).isEqualTo(1);
        clock.advance(Duration.ofSeconds(10));
        lookUntilTaken();
        assertThat(tries[0]).isEqualTo(2);
        clock.advance(Duration.ofSeconds(10));
        lookUntilTaken();
        assertThat(tries[0]).as("waits longer").isEqualTo(2);
        assertThat(reason("garden.jar")).contains("could not be prepared", "the database is away");
    }

    @Test
    void whenTheNewestCanNotRunAtTheStartAnOlderOneDoes() {
        GardenBundle.version("1.0.0").into(jars, "a.jar");
        GardenBundle.version("1.1.0").with(BROKEN_ROUTES).into(jars, "b.jar");

        folder.takeAll();

        assertThat(running()).isEqualTo("1.0.0");
        assertThat(reason("b.jar")).contains("no garden today");
    }

    @Test
    void aComponentThatStartsAtOnceGetsWhatItIsGranted() {
        GardenBundle.version("1.0.0").immediateWithDirectory().into(jars, "garden.jar");

        folder.takeAll();

        assertThat(reason("garden.jar")).isEqualTo("none");
        assertThat(running()).isEqualTo("1.0.0");
    }

    @Test
    void withoutThePermissionThereIsNoDirectory() {
        GardenBundle.version("1.0.0")
                .immediateWithDirectory()
                .saying("directory:read", "files")
                .into(jars, "garden.jar");

        folder.takeAll();

        assertThat(running()).isEqualTo("none");
        assertThat(reason("garden.jar")).contains("not granted by a permission");
    }

    @Test
    void aManifestThatIsWrongIsRefusedWithItsWords() {
        List<String> wrong =
                List.of(
                        "directory:write",
                        "no permission is called « directory:write »",
                        "secrets:read",
                        "no permission is called « secrets:read »");
        for (int i = 0; i < wrong.size(); i += 2) {
            GardenBundle.version("1.0.0")
                    .saying("directory:read", wrong.get(i))
                    .into(jars, "garden-" + i + ".jar");
            folder.takeAll();
            assertThat(reason("garden-" + i + ".jar")).contains(wrong.get(i + 1));
        }
        GardenBundle.version("1.0.0").saying("\"garden\"", "\"core\"").into(jars, "core.jar");
        GardenBundle.version("1.0.0").saying("PUPIL", "ELEVE").into(jars, "eleve.jar");
        GardenBundle.version("un").into(jars, "un.jar");
        folder.takeAll();
        assertThat(reason("core.jar")).contains("line 1: /id");
        assertThat(reason("eleve.jar")).contains("line 5: /profiles/0", "PUPIL");
        assertThat(reason("un.jar")).contains("line 1: /version");
    }

    @Test
    void aMenuWithoutItsWordsIsRefused() {
        GardenBundle.version("1.0.0")
                .saying("\"menu\": []", menu("menu.nowhere", "PUPIL"))
                .into(jars, "garden.jar");

        folder.takeAll();

        assertThat(reason("garden.jar")).contains("menu.nowhere", "missing");
    }

    @Test
    void nothingIsForProfilesThatTheManifestDoesNotServe() {
        GardenBundle.version("1.0.0")
                .saying("\"menu\": []", menu("menu.beds", "STAFF"))
                .into(jars, "garden.jar");

        folder.takeAll();

        assertThat(reason("garden.jar")).contains("/menu/0/profiles", "does not serve STAFF");
    }

    @Test
    void theCardsOfTheManifestAreThoseOfTheCode() {
        GardenBundle.version("1.0.0")
                .saying(
                        "\"cards\": []",
                        "\"cards\": [{\"id\": \"beds\", \"profiles\": [\"PUPIL\"]}]")
                .into(jars, "garden.jar");

        folder.takeAll();

        assertThat(reason("garden.jar")).contains("nothing is done for its card beds");
    }

    private static String menu(String text, String profile) {
        return "\"menu\": [{\"text\": \"%s\", \"path\": \"/\", \"profiles\": [\"%s\"]}]"
                .formatted(text, profile);
    }

    @Test
    void whoIsInsideTheOldVersionEndsThereWhileTheNewOneServes() throws Exception {
        GardenBundle.version("1.0.0").into(jars, "garden.jar");
        folder.takeAll();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        ExecutorService caller = Executors.newSingleThreadExecutor();
        try {
            Future<Optional<String>> late =
                    caller.submit(
                            () ->
                                    host.call(
                                            "garden",
                                            plugin -> {
                                                inside.countDown();
                                                await(leave);
                                                return plugin.manifest().version();
                                            }));
            await(inside);

            GardenBundle.version("1.0.1").into(jars, "garden.jar");
            lookUntilTaken();

            assertThat(host.call("garden", plugin -> plugin.manifest().version()))
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
