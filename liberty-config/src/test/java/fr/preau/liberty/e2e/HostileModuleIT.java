package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.preau.api.files.FileStore;
import fr.preau.core.testing.GardenBundle;
import fr.preau.liberty.e2e.RunningPreau.Preau;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A module that hangs, fails or wants too much takes nothing but itself down: the accueil answers
 * in 300 ms, and every other module works.
 */
@Tag("whole")
@ExtendWith(RunningPreau.class)
class HostileModuleIT {

    /** Whoever opens the accueil waits no longer than this. */
    private static final Duration ACCUEIL = Duration.ofMillis(300);

    private static final String ACT = "/c/sevres/garden/act";

    private static final String MODULE =
            """
            public record Bed(String name) {}
            public List<Route<?, ?>> routes() {
              return List.of(
                  Route.get("/act").shows(Bed.class).allows(Callers.profiles(Profile.GUARDIAN))
                      .drawnBy((page, context) ->
                          new Screen("Jardin", output -> output.writeContent(page.name())))
                      .handledBy((request, input) -> Answer.show(act())),
                  Route.get("/end").shows(Bed.class).allows(Callers.profiles(Profile.GUARDIAN))
                      .drawnBy((page, context) -> new Screen("Jardin", output -> {}))
                      .handledBy((request, input) -> { stop = true; return Answer.show(new Bed("")); }));
            }
            public List<Card<?>> cards() {
              return List.of(new Card<>("bed", Bed.class,
                  request -> read(), (page, context) -> output -> output.writeContent("un carré")));
            }
            private static volatile boolean stop;
            private static Bed act() { %s }
            private static Bed read() { %s }
            """;

    private static final String HANG =
            "try { Thread.sleep(60_000); return new Bed(\"\"); }"
                    + " catch (InterruptedException e) { throw new IllegalStateException(e); }";

    private static final String CARD =
            "\"cards\": [{\"id\": \"bed\", \"profiles\": [\"GUARDIAN\"]}]";

    /** Opens what came with a form, and what it has kept, again and again, and closes nothing. */
    private static final String LEAK =
            """
            public record Bed(String name) {}
            public record Sent(fr.preau.api.files.Upload leaf) {}
            private static final List<java.io.InputStream> OPEN = new ArrayList<>();
            private final fr.preau.api.files.FileStore service;
            public List<Route<?, ?>> routes() {
              return List.of(
                  Route.post("/leaves").takes(Sent.class).shows(Bed.class)
                      .allows(Callers.profiles(Profile.GUARDIAN))
                      .drawnBy((page, context) ->
                          new Screen("Jardin", output -> output.writeContent(page.name())))
                      .handledBy((request, input) -> { open(input); return Answer.show(state()); }),
                  Route.get("/leaves").shows(Bed.class).allows(Callers.profiles(Profile.GUARDIAN))
                      .drawnBy((page, context) -> new Screen("Jardin", output -> {}))
                      .handledBy((request, input) -> Answer.show(state())));
            }
            private void open(Sent sent) {
              try {
                fr.preau.api.files.FileId kept = service.keep(sent.leaf()).id();
                for (int i = 0; i < 50; i++) {
                  OPEN.add(service.open(kept).orElseThrow());
                }
                for (int i = 0; i < 5_000; i++) {
                  OPEN.add(sent.leaf().open());
                }
              } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            }
            private static Bed state() {
              return new Bed(OPEN.stream().filter(Garden::gives).count() + " of " + OPEN.size());
            }
            private static boolean gives(java.io.InputStream stream) {
              try {
                return stream.read() >= 0;
              } catch (java.io.IOException | RuntimeException e) {
                return false;
              }
            }
            """;

    private final Preau preau;
    private final Path modules;

    HostileModuleIT(Preau preau) {
        this.preau = preau;
        this.modules = preau.installation().folder().plugins();
    }

    /** What Préau does behind would be measured as well. */
    @BeforeEach
    void everyCollegeIsOpen() {
        preau.awaitEveryCollege();
    }

    @AfterEach
    void takeTheModuleAway() {
        turn(false);
        preau.remove("garden");
    }

    private void install(String version, String act, String read) {
        GardenBundle.version(version)
                .with(MODULE.formatted(act, read))
                .saying("\"cards\": []", CARD)
                .into(modules, "garden.jar");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> version.equals(preau.modules().getString("garden", "")));
        turn(true);
        parent().page("/");
    }

    private Visitor parent() {
        return preau.browser("parent.sevres");
    }

    private void turn(boolean on) {
        preau.api("departement")
                .json("PUT", "/departement/modules/garden/sevres", "{\"enabled\": " + on + "}");
    }

    /** The garden's card in the accueil as JSON. */
    private JsonObject gardenCard() {
        return cards("garden").findFirst().orElseThrow();
    }

    private Stream<JsonObject> cards(String module) {
        return preau
                .api("parent.sevres")
                .get("/")
                .json()
                .getJsonArray("colleges")
                .getValuesAs(JsonObject.class)
                .stream()
                .flatMap(
                        college ->
                                college
                                        .getJsonArray("cards")
                                        .getValuesAs(JsonObject.class)
                                        .stream())
                .filter(card -> card.getString("module").equals(module));
    }

    /** The rest of Préau as if nothing were: of some accueils the one in the middle is quick. */
    private void theRestGoesOn() {
        Visitor parent = parent();
        List<Duration> took = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            Reply accueil = parent.page("/");
            took.add(Duration.ofNanos(System.nanoTime() - start));
            assertThat(accueil.status()).isEqualTo(200);
            assertThat(accueil.body()).contains("id=\"card-sevres-communication-unread\"");
        }
        assertThat(took.stream().sorted().toList().get(2)).isLessThan(ACCUEIL);
        assertThat(parent.page("/c/sevres/communication/messages").status()).isEqualTo(200);
        assertThat(preau.modules()).containsKey("communication");
    }

    @Test
    void aCardThatAnswersStandsBesideTheOthers() {
        install("1.0.0", "return new Bed(\"radis\");", "return new Bed(\"radis\");");
        // The first time, when nothing is compiled yet, a card may come after the page.
        await().atMost(Duration.ofSeconds(10)).until(() -> gardenCard().containsKey("page"));

        String accueil = parent().page("/").body();

        assertThat(accueil).contains("un carré", "id=\"card-sevres-communication-unread\"");
        assertThat(gardenCard().getJsonObject("page").getString("name")).isEqualTo("radis");
    }

    @Test
    void aCardThatThrowsAnErrorIsLostAlone() {
        install(
                "1.2.0",
                "return new Bed(\"\");",
                "throw new NoSuchMethodError(\"of another API\");");

        assertThat(parent().page("/").body()).contains("Cette rubrique ne répond pas");
        theRestGoesOn();
    }

    @Test
    void aCardThatHangsComesLaterOrNotAtAllAndNobodyWaitsForIt() {
        install("1.1.0", "return new Bed(\"\");", HANG);

        String first = parent().page("/").body();
        assertThat(first)
                .doesNotContain("un carré")
                .contains("/cards/sevres/garden/bed", "prend un peu plus de temps");
        theRestGoesOn();

        for (int i = 0; i < 4; i++) {
            assertThat(parent().page("/cards/sevres/garden/bed").body())
                    .contains("Cette rubrique ne répond pas");
        }
        assertThat(gardenCard().getBoolean("lost")).as("left alone by now").isTrue();
        theRestGoesOn();
    }

    @Test
    void aCardThatWasLateCanBeHadByItself() {
        install(
                "1.3.0",
                "return new Bed(\"\");",
                "try { Thread.sleep(600); return new Bed(\"enfin\"); }"
                        + " catch (InterruptedException e) { throw new IllegalStateException(e); }");

        assertThat(parent().page("/").body()).doesNotContain("un carré");
        assertThat(parent().page("/cards/sevres/garden/bed").body())
                .contains("id=\"card-sevres-garden-bed\"", "un carré");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    throws     | 500 | throw new IllegalStateException("no garden today");
                    error      | 500 | throw new NoClassDefFoundError("garden/Shed");
                    recursion  | 500 | return act();
                    exit       | 500 | System.exit(3); return new Bed("");
                    halt       | 500 | Runtime.getRuntime().halt(3); return new Bed("");
                    thread     | 500 | new Thread(() -> {}).start(); return new Bed("");
                    large      | 500 | return new Bed("x".repeat(200_000_000));
                    greedy     | 503 | long all = 0; while (!stop && !Thread.currentThread().isInterrupted()) { all += new byte[1_000_000].length; } return new Bed("" + all);
                    hangs      | 503 | %s
                    """)
    void anActOfAStrangerStaysTheStrangers(String name, int status, String act) {
        install("2.0.0-" + name, hang(act), "return new Bed(\"\");");

        Reply page = parent().page(ACT);

        assertThat(page.status()).isEqualTo(status);
        assertThat(page.body())
                .contains("site-menu")
                .doesNotContain("IllegalStateException", "StackOverflowError", "fr.preau.core");
        theRestGoesOn();
    }

    private static String hang(String act) {
        return act.equals("%s") ? HANG : act;
    }

    @Test
    void streamsThatNobodyClosesEndWithTheCall() throws IOException {
        GardenBundle.version("2.1.0")
                .wanting(FileStore.class)
                .with(LEAK)
                .saying(
                        "\"permissions\": [",
                        "\"permissions\": [{\"name\": \"files\","
                                + " \"reason\": \"Pour garder les feuilles du jardin.\"},")
                .into(modules, "garden.jar");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> "2.1.0".equals(preau.modules().getString("garden", "")));
        turn(true);
        // Longer than what stays in memory, so that it is a file of the host.
        Path leaf = Files.writeString(Files.createTempFile("leaf", ".txt"), "vert ".repeat(40_000));

        Reply sent =
                preau.api("parent.sevres")
                        .upload("/c/sevres/garden/leaves", Map.of(), "leaf", leaf);

        assertThat(sent.body()).contains("5050 of 5050");
        assertThat(preau.api("parent.sevres").get("/c/sevres/garden/leaves").body())
                .contains("0 of 5050");
        theRestGoesOn();
    }

    @Test
    void whileTwoHundredCallsHangTheRestGoesOnAndTheirsAreTurnedAway() {
        install("3.0.0", HANG, "return new Bed(\"\");");
        Visitor parent = preau.api("parent.sevres");
        ExecutorService many = Executors.newFixedThreadPool(200);
        try {
            List<CompletableFuture<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                calls.add(CompletableFuture.supplyAsync(() -> parent.get(ACT).status(), many));
            }
            theRestGoesOn();
            assertThat(calls.stream().map(CompletableFuture::join).distinct()).containsOnly(503);
            theRestGoesOn();
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void aThreadThatWillNotDieBringsItsModuleIntoQuarantineAndTheRestGoesOn() {
        install(
                "3.1.0",
                "while (!stop) { Thread.onSpinWait(); } return new Bed(\"\");",
                "return new Bed(\"\");");
        try {
            assertThat(parent().page(ACT).status()).isEqualTo(503);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> parent().page(ACT).body().contains("arrêtée le temps"));
            theRestGoesOn();
        } finally {
            // Its own thread; so it takes another collège to tell it.
            preau.api("departement")
                    .json(
                            "POST",
                            "/departement/catalogue/garden/quarantine",
                            "{\"college\": \"sevres\"}");
            await().atMost(Duration.ofSeconds(30))
                    .until(
                            () ->
                                    preau.api("parent.sevres").get("/c/sevres/garden/end").status()
                                            == 200);
        }
    }
}
