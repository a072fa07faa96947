package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.preau.core.testing.GardenBundle;
import fr.preau.liberty.LibertyNode;
import fr.preau.liberty.e2e.RunningPreau.Preau;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A node that is told to stop answers what it has begun. */
@ExtendWith(RunningPreau.class)
class StoppingIT {

    private static final String SLOW_ROUTE =
            """
            public record Bed(int visitors) {}
            private static final java.util.concurrent.atomic.AtomicInteger INSIDE =
                new java.util.concurrent.atomic.AtomicInteger();
            public List<Route<?, ?>> routes() {
              return List.of(
                  Route.get("/slow").shows(Bed.class).allows(Callers.profiles(Profile.GUARDIAN))
                      .drawnBy((page, context) -> null)
                      .handledBy((request, input) -> {
                        INSIDE.incrementAndGet();
                        try { Thread.sleep(4_000); } catch (InterruptedException e) {
                          throw new IllegalStateException(e);
                        }
                        return Answer.show(new Bed(INSIDE.get())); }),
                  Route.get("/inside").shows(Bed.class).allows(Callers.profiles(Profile.GUARDIAN))
                      .drawnBy((page, context) -> null)
                      .handledBy((request, input) -> Answer.show(new Bed(INSIDE.get()))));
            }
            """;

    private final Preau preau;
    private final Path modules;

    StoppingIT(Preau preau) {
        this.preau = preau;
        this.modules = preau.installation().folder().plugins();
    }

    @AfterEach
    void takeTheModuleAway() throws IOException {
        turn(false);
        Files.deleteIfExists(modules.resolve("garden.jar"));
        preau.remove("garden");
    }

    private void turn(boolean on) {
        preau.api("departement")
                .json("PUT", "/departement/modules/garden/sevres", "{\"enabled\": " + on + "}");
    }

    @Test
    void aRequestThatHasBegunIsAnsweredAndNewOnesAreNot() throws Exception {
        GardenBundle.version("2.0.0").with(SLOW_ROUTE).into(modules, "garden.jar");
        LibertyNode node = preau.anotherNode("preau-stopping");
        node.awaitReady(Duration.ofMinutes(3), () -> {});
        await().atMost(Duration.ofSeconds(30)).until(() -> preau.modules().containsKey("garden"));
        turn(true);
        Visitor parent = preau.api("parent.sevres").movedTo(node.address());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> parent.get("/c/sevres/garden/inside").status() == 200);

        CompletableFuture<Reply> slow =
                CompletableFuture.supplyAsync(() -> parent.get("/c/sevres/garden/slow"));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> parent.get("/c/sevres/garden/inside").json().getInt("visitors") == 1);
        node.close();

        assertThat(node.isAlive()).isFalse();
        Reply reply = slow.get(1, TimeUnit.SECONDS);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().getInt("visitors")).isEqualTo(1);
        assertThat(preau.nobody().get("/sign-in").status()).as("the other node").isEqualTo(200);
    }
}
