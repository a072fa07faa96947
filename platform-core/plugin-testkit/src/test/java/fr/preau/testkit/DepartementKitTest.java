package fr.preau.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.event.Events;
import fr.preau.api.school.StaffFunction;
import fr.preau.core.testing.GardenBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A module that works at collèges and at the Département's own place. */
class DepartementKitTest {

    private static final String MEMBERS =
            """
            static final fr.preau.api.school.Uai HERE =
                fr.preau.api.school.Uai.ofDepartement("92");
            static final List<String> HEARD = new java.util.concurrent.CopyOnWriteArrayList<>();
            private final fr.preau.api.event.Events service;
            @fr.preau.api.event.Fact("garden.Harvested")
            public record Harvested(String plant) {}
            @fr.preau.api.event.Fact("garden.Weighed")
            public record Weighed(String plant, int grams) {}
            public record Shed(String place, String who, String profile,
                List<String> children, boolean complete) {}
            public record Plant(String plant) {}
            public record Heard(List<String> heard) {}
            public List<fr.preau.api.event.Listener<?>> listeners() {
              return List.of(
                  fr.preau.api.event.Listener.to(Harvested.class, (delivery, fact) -> {
                    HEARD.add(fact.plant() + " of " + delivery.origin() + " at " + delivery.college());
                    service.publishAt(delivery.origin(), new Weighed(fact.plant(), 100), fact.plant());
                  }),
                  fr.preau.api.event.Listener.to(Weighed.class, (delivery, fact) ->
                    HEARD.add(fact.plant() + " weighed by " + delivery.origin() + " at "
                        + delivery.college())));
            }
            public List<fr.preau.api.job.Job> jobs() {
              return List.of(
                  fr.preau.api.job.Job.every("water", java.time.Duration.ofDays(1),
                      run -> HEARD.add("water at " + run.college())),
                  fr.preau.api.job.Job.every("count", java.time.Duration.ofDays(1),
                      run -> HEARD.add("count at " + run.college())));
            }
            private static <I extends Record> Route<?, ?> shed(String path, Callers callers) {
              return Route.get(path).shows(Shed.class).allows(callers)
                  .drawnBy((shed, context) -> new Screen("La remise", context.parts().text(shed.who())))
                  .handledBy((request, input) -> Answer.show(new Shed(
                      request.college().name(), request.caller().displayName(),
                      request.caller().profile().name(),
                      request.family().children().stream()
                          .map(child -> child.child().pupil().givenName() + " " + child.college().slug())
                          .toList(),
                      request.family().complete())));
            }
            public List<Route<?, ?>> routes() {
              return List.of(
                  shed("/shed", Callers.profiles(Profile.GUARDIAN, Profile.PUPIL)),
                  shed("/shed", Callers.profiles(Profile.GUARDIAN).atDepartement()),
                  shed("/register", Callers.profiles(Profile.OPERATOR).atDepartement()),
                  Route.post("/harvest").takes(Plant.class).shows(Heard.class)
                      .allows(Callers.profiles(Profile.PUPIL))
                      .drawnBy((heard, context) -> new Screen("Récolte", context.parts().text("")))
                      .handledBy((request, input) -> {
                        service.publishAt(HERE, new Harvested(input.plant()), input.plant());
                        return Answer.show(new Heard(List.of()));
                      }),
                  Route.get("/heard").shows(Heard.class)
                      .allows(Callers.profiles(Profile.PUPIL))
                      .drawnBy((heard, context) -> new Screen("Récolte", context.parts().text("")))
                      .handledBy((request, input) -> Answer.show(new Heard(List.copyOf(HEARD)))),
                  Route.post("/forget").shows(Heard.class)
                      .allows(Callers.profiles(Profile.PUPIL))
                      .drawnBy((heard, context) -> new Screen("Récolte", context.parts().text("")))
                      .handledBy((request, input) -> {
                        HEARD.clear();
                        return Answer.show(new Heard(List.of()));
                      }));
            }
            """;

    private static PreauKit kit;

    @BeforeAll
    static void theModule() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "garden-departement");
        Path jar =
                GardenBundle.version("1.0.0")
                        .wanting(Events.class)
                        .with(MEMBERS)
                        .saying(
                                "\"permissions\": [",
                                "\"permissions\": [{\"name\": \"directory:guardians.read\","
                                        + " \"reason\": \"Pour montrer à une famille tous ses enfants.\"},")
                        .saying(
                                "\"cards\": []",
                                """
                                "cards": [], "jobs": [{"id": "water", "every": "PT24H"}],
                                "events": {"publishes": ["garden.Harvested", "garden.Weighed"],
                                           "listens": ["garden.Harvested", "garden.Weighed"]},
                                "departement": {"profiles": ["GUARDIAN", "OPERATOR"],
                                  "menu": [{"text": "menu.beds", "path": "/shed",
                                            "profiles": ["GUARDIAN"]}],
                                  "jobs": [{"id": "count", "every": "PT24H"}]}
                                """)
                        .into(folder, "garden.jar");
        kit = PreauKit.of(jar, folder);
    }

    @AfterAll
    static void stop() {
        kit.stop();
    }

    @BeforeEach
    void afresh() {
        kit.beginAfresh();
        kit.as(kit.pupil()).post("/forget", Form.empty());
    }

    private Visitor parentOfBoth() {
        return kit.as(kit.guardianOfTwo(), kit.otherCollege().guardian()).at(kit.departement());
    }

    @Test
    void aGuardianIsThereOnceForAllChildren() {
        KitAnswer shed = parentOfBoth().get("/shed");

        assertThat(shed.status()).isEqualTo(200);
        assertThat(shed.json().getString("place")).isEqualTo("Département des Hauts-de-Seine");
        assertThat(shed.json().getString("profile")).isEqualTo("GUARDIAN");
        assertThat(shed.json().getJsonArray("children").toString())
                .contains("Awa sevres", "Léo sevres", "Inès nanterre");
        assertThat(shed.json().getBoolean("complete")).isTrue();
    }

    @Test
    void atACollegeNobodyLearnsOfChildrenElsewhere() {
        KitAnswer shed = kit.as(kit.guardianOfTwo(), kit.otherCollege().guardian()).get("/shed");

        assertThat(shed.json().getString("place")).isEqualTo("Collège de Sèvres");
        assertThat(shed.json().getJsonArray("children")).isEmpty();
    }

    @Test
    void nobodyGetsInWhoIsNobodyThere() {
        assertThat(kit.asOperator().get("/register").status()).isEqualTo(200);
        assertThat(kit.asOperator().get("/shed").status()).isEqualTo(403);
        assertThat(parentOfBoth().get("/register").status()).isEqualTo(403);
        for (KitPerson person :
                List.of(kit.pupil(), kit.teacher(), kit.college().staff(StaffFunction.PRINCIPAL))) {
            assertThat(kit.as(person).at(kit.departement()).get("/shed").status()).isEqualTo(403);
            assertThat(kit.as(person).at(kit.departement()).get("/register").status())
                    .isEqualTo(403);
        }
        assertThat(kit.as(kit.pupil()).get("/register").status()).isEqualTo(404);
        assertThat(kit.asOperator().at(kit.college()).get("/shed").status()).isEqualTo(403);
    }

    @Test
    void factsGoThereAndBack() {
        kit.as(kit.pupil()).post("/harvest", Form.of("plant", "radis"));
        kit.deliver();

        assertThat(kit.as(kit.pupil()).get("/heard").json().getJsonArray("heard").toString())
                .isEqualTo(
                        "[\"radis of 0921244C at 0920000A\","
                                + "\"radis weighed by 0920000A at 0921244C\"]");
    }

    @Test
    void aJobRunsAtItsPlaceAlone() {
        kit.runJob("water");
        kit.runJob("count");

        assertThat(kit.as(kit.pupil()).get("/heard").json().getJsonArray("heard").toString())
                .isEqualTo("[\"water at 0921244C\",\"count at 0920000A\"]");
    }

    @Test
    void whatTheDepartementHasStandsInTheMenuOfAGuardian() {
        String accueil = parentOfBoth().inBrowser().portal("/").html();

        assertThat(accueil)
                .contains("Département des Hauts-de-Seine", "/c/departement/garden/shed");
        assertThat(kit.as(kit.teacher()).inBrowser().portal("/").html())
                .doesNotContain("Département des Hauts-de-Seine");
        assertThat(kit.as(kit.guardian()).inBrowser().portal("/").html())
                .contains("/c/departement/garden/shed");
    }
}
