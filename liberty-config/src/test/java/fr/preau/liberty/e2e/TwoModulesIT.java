package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.preau.core.testing.SourceBundle;
import fr.preau.liberty.e2e.RunningPreau.Preau;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Modules of several vendors that know each other by name only: an orchard, a kitchen that can do
 * without it, and a bakery that can't.
 */
@ExtendWith(RunningPreau.class)
class TwoModulesIT {

    private static final String ORCHARD =
            """
            public interface Stock { Count count(String kind); }
            public record Count(int apples) {}
            @Fact("orchard.Picked") public record Picked(int apples) {}
            private final Events events;
            public Module(Events events) { this.events = events; }
            public List<OfferedService<?>> services() {
              Stock stock = kind -> new Count(12);
              return List.of(OfferedService.of("orchard.Stock", Stock.class, stock));
            }
            public List<Route<?, ?>> routes() {
              return List.of(Route.post("/picked").shows(Page.class).allows(PARENTS)
                  .drawnBy((page, context) -> drawn(page))
                  .handledBy((request, input) -> {
                    events.publish(new Picked(3), "tree");
                    return Answer.show(new Page("cueilli"));
                  }));
            }
            """;

    private static final String KITCHEN =
            """
            public interface Stock { Count count(String kind); }
            public record Count(int apples) {}
            public record Picked(int apples) {}
            private static final java.util.concurrent.atomic.AtomicInteger HEARD =
                new java.util.concurrent.atomic.AtomicInteger();
            private final Services services;
            public Module(Services services) { this.services = services; }
            public List<Listener<?>> listeners() {
              return List.of(Listener.to("orchard.Picked", Picked.class,
                  (delivery, fact) -> HEARD.addAndGet(fact.apples())));
            }
            public List<Route<?, ?>> routes() {
              return List.of(
                  Route.get("/menu").shows(Page.class).allows(PARENTS)
                      .drawnBy((page, context) -> drawn(page))
                      .handledBy((request, input) -> Answer.show(new Page(menu()))),
                  Route.get("/heard").shows(Page.class).allows(PARENTS)
                      .drawnBy((page, context) -> drawn(page))
                      .handledBy((request, input) -> Answer.show(new Page("entendu " + HEARD))));
            }
            private String menu() {
              return services.find("orchard.Stock", Stock.class)
                  .map(stock -> stock.count("apple").apples() + " pommes")
                  .orElse("sans le verger");
            }
            """;

    private static final String USES =
            "\"services\": {\"uses\": [{\"name\": \"orchard.Stock\", \"presence\": \"%s\"}]},";

    private final Preau preau;

    TwoModulesIT(Preau preau) {
        this.preau = preau;
    }

    @BeforeAll
    static void bring(Preau preau) throws IOException {
        Path folder = preau.installation().folder().plugins();
        put(
                folder,
                "orchard",
                "Verger",
                "Events",
                "\"services\": {\"offers\": [\"orchard.Stock\"]},"
                        + " \"events\": {\"publishes\": [\"orchard.Picked\"]},",
                ORCHARD);
        String listening = "\"events\": {\"listens\": [\"orchard.Picked\"]},";
        put(
                folder,
                "kitchen",
                "Cuisine",
                "Services",
                USES.formatted("optional") + listening,
                KITCHEN);
        put(
                folder,
                "bakery",
                "Boulangerie",
                "Services",
                USES.formatted("required") + listening,
                KITCHEN);
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                preau.modules()
                                        .keySet()
                                        .containsAll(List.of("orchard", "kitchen", "bakery")));
        for (String module : List.of("orchard", "kitchen", "bakery")) {
            turn(preau, module, true);
        }
    }

    @AfterAll
    static void takeAway(Preau preau) {
        for (String module : List.of("bakery", "kitchen", "orchard")) {
            turn(preau, module, false);
            preau.remove(module);
        }
    }

    @AfterEach
    void theOrchardIsOnAgain() {
        turn(preau, "orchard", true);
    }

    private static void turn(Preau preau, String module, boolean on) {
        Reply turned =
                preau.api("departement")
                        .json(
                                "PUT",
                                "/departement/modules/" + module + "/sevres",
                                "{\"enabled\": " + on + "}");
        assertThat(turned.status()).isEqualTo(200);
    }

    private static void put(
            Path folder, String id, String title, String wanted, String manifest, String members)
            throws IOException {
        String interfaceName =
                (wanted.equals("Events") ? "fr.preau.api.event." : "fr.preau.api.service.")
                        + wanted;
        byte[] jar =
                SourceBundle.named("fr.preau.test." + id)
                        .header(
                                "Import-Package",
                                "fr.preau.api.plugin,fr.preau.api.route,fr.preau.api.page,"
                                        + "fr.preau.api.school,fr.preau.api.event,"
                                        + "fr.preau.api.service,gg.jte")
                        .header("Service-Component", "OSGI-INF/module.xml")
                        .type(id + ".Module", source(id, members))
                        .entry("META-INF/preau/plugin.json", utf8(manifest(id, title, manifest)))
                        .entry("OSGI-INF/module.xml", utf8(component(id, interfaceName)))
                        .entry("texts_fr.properties", utf8("title=" + title + "\n"))
                        .jar();
        Path part = Files.createTempFile(folder, id, ".part");
        Files.write(part, jar);
        Files.move(part, folder.resolve(id + ".jar"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String source(String id, String members) {
        return """
               package %s;
               import fr.preau.api.event.*;
               import fr.preau.api.page.*;
               import fr.preau.api.plugin.*;
               import fr.preau.api.route.*;
               import fr.preau.api.school.*;
               import fr.preau.api.service.*;
               import java.util.List;
               public final class Module implements Plugin {
                 public record Page(String text) {}
                 private static final Callers PARENTS = Callers.profiles(Profile.GUARDIAN);
                 private static Screen drawn(Page page) {
                   return new Screen("Essai", output -> output.writeContent(page.text()));
                 }
                 %s
               }
               """
                .formatted(id, members);
    }

    private static String manifest(String id, String title, String more) {
        return """
               {"manifest": 1, "id": "%s", "version": "1.0.0", "api": "[1.0,2)",
                "titles": {"fr": "%s"},
                "description": {"fr": "Un module qui en connaît d’autres."},
                "publisher": {"name": "Les voisins"}, "licence": "EUPL-1.2",
                "profiles": ["GUARDIAN"], "permissions": [], %s
                "cards": [], "menu": []}
               """
                .formatted(id, title, more);
    }

    private static String component(String id, String wanted) {
        return """
               <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%s" init="1">
                 <service><provide interface="fr.preau.api.plugin.Plugin"/></service>
                 <reference name="wanted" parameter="0" interface="%s"/>
                 <implementation class="%s.Module"/>
               </scr:component>
               """
                .formatted(id, wanted, id);
    }

    private Reply parent(String address) {
        return preau.api("parent.sevres").get("/c/sevres/" + address);
    }

    @Test
    void aModuleAsksAnotherOneAndHearsOfIt() {
        assertThat(parent("kitchen/menu").body()).contains("12 pommes");
        assertThat(parent("bakery/menu").body()).contains("12 pommes");

        Reply picked = preau.api("parent.sevres").json("POST", "/c/sevres/orchard/picked", "{}");

        assertThat(picked.status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> parent("kitchen/heard").body().contains("entendu 3"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> parent("bakery/heard").body().contains("entendu 3"));
    }

    @Test
    void whoSwitchesTheProviderOffIsToldFirstWhoLosesWhat() {
        Reply question =
                preau.browser("departement")
                        .page("/departement/modules/orchard/confirmation?enabled=false");

        assertThat(question.body())
                .contains("2 modules perdent quelque chose")
                .contains("« Cuisine » fonctionne sans le service « orchard.Stock »")
                .contains("« Boulangerie » ne répond plus sans le service « orchard.Stock »");
        assertThat(parent("bakery/menu").status()).as("nothing is switched yet").isEqualTo(200);
    }

    @Test
    void withoutTheProviderEachDoesAsItDeclaredAndNothingIsThrown() throws IOException {
        NodeLog log = NodeLog.of(preau.node());
        int before = log.lines().size();

        turn(preau, "orchard", false);

        Reply menu = parent("kitchen/menu");
        assertThat(menu.status()).isEqualTo(200);
        assertThat(menu.body()).contains("sans le verger");
        Reply closed = preau.browser("parent.sevres").page("/c/sevres/bakery/menu");
        assertThat(closed.status()).isEqualTo(404);
        assertThat(closed.body())
                .contains("site-menu")
                .doesNotContain("ServiceFailed", "fr.preau.");
        assertThat(preau.browser("parent.sevres").page("/").status()).isEqualTo(200);
        assertThat(log.lines().stream().skip(before).map(Object::toString))
                .noneMatch(
                        line ->
                                line.contains("\\tat ")
                                        && line.matches(".*(bakery|kitchen|orchard).*"));

        turn(preau, "orchard", true);
        assertThat(parent("bakery/menu").body()).contains("12 pommes");
    }
}
