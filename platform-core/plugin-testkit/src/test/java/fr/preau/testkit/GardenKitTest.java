package fr.preau.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.event.school.PupilAbsent;
import fr.preau.api.school.StaffFunction;
import fr.preau.core.testing.GardenBundle;
import gg.jte.Content;
import jakarta.validation.constraints.NotBlank;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A small module, called by people of the invented collège. It is built on the first release of the
 * API, and runs on what is here now.
 */
@PreauTest
class GardenKitTest {

    private static final String ROUTES =
            """
            static int absences;
            static int watered;
            public record Beds(String who, String college, int absences, int watered) {}
            public List<fr.preau.api.event.Listener<?>> listeners() {
              return List.of(fr.preau.api.event.Listener.to(
                  fr.preau.api.event.school.PupilAbsent.class, (delivery, fact) -> absences++));
            }
            public List<fr.preau.api.job.Job> jobs() {
              return List.of(fr.preau.api.job.Job.every(
                  "water", java.time.Duration.ofDays(1), run -> watered++));
            }
            public record Planting(
                @jakarta.validation.constraints.NotBlank String plant) {}
            public List<Route<?, ?>> routes() {
              return List.of(
                Route.get("/beds").shows(Beds.class)
                  .allows(Callers.profiles(Profile.PUPIL, Profile.GUARDIAN))
                  .drawnBy((beds, context) ->
                      new Screen("Les carrés", context.parts().text(beds.who())))
                  .handledBy((request, input) -> Answer.show(
                      new Beds(request.caller().displayName(), request.college().slug(), absences, watered))),
                Route.post("/beds").takes(Planting.class).shows(Beds.class)
                  .allows(Callers.profiles(Profile.PUPIL))
                  .drawnBy((beds, context) ->
                      new Screen("Les carrés", context.parts().text(beds.who())))
                  .handledBy((request, input) -> {
                    if (input.plant().equals("ortie")) {
                      throw new Refusal(409, "no-nettles", "Pas d’orties", "Plantez autre chose.");
                    }
                    return Answer.done(new Beds(input.plant(), "", 0, 0), "/beds", "Planté.");
                  }));
            }
            """;

    private final PreauKit kit;

    @BeforeAll
    static void theModule() throws Exception {
        Path jar =
                GardenBundle.version("1.0.0")
                        .against(firstRelease())
                        .with(ROUTES)
                        .saying(
                                "\"cards\": []",
                                """
                                "cards": [], "jobs": [{"id": "water", "every": "PT24H"}],
                                "events": {"listens": ["school-life.PupilAbsent"]}
                                """)
                        .into(Files.createTempDirectory(Path.of("target"), "garden"), "garden.jar");
        System.setProperty(ModuleUnderTest.PROPERTY, jar.toString());
    }

    GardenKitTest(PreauKit kit) {
        this.kit = kit;
    }

    private static List<Path> firstRelease() throws Exception {
        try (Stream<Path> released = Files.list(Path.of("..", "plugin-api", "released"))) {
            return List.of(
                    released.sorted().findFirst().orElseThrow(),
                    jarOf(Content.class),
                    jarOf(NotBlank.class));
        }
    }

    private static Path jarOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** What the test knows of the module's page. */
    public record Beds(String who, String college, int absences, int watered) {}

    @Test
    void aPageComesAsItsRecordAndAsHtml() {
        KitAnswer answer = kit.as(kit.pupil()).get("/beds");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.as(Beds.class).who()).isEqualTo("Inès Bernard");
        assertThat(answer.json().getString("college")).isEqualTo("sevres");
        assertThat(answer.html())
                .startsWith("<!doctype html>")
                .contains("<title>Les carrés · Collège de Sèvres · Préau</title>")
                .contains("Inès Bernard");
    }

    @Test
    void whoIsNotDeclaredIsKeptOut() {
        assertThat(kit.as(kit.teacher()).get("/beds").problem().type()).isEqualTo("forbidden");
        assertThat(kit.as(kit.staff(StaffFunction.CPE)).get("/beds").status()).isEqualTo(403);
        assertThat(kit.as(kit.pupil()).at(kit.otherCollege()).get("/beds").status()).isEqualTo(403);
        assertThat(kit.as(kit.otherCollege().pupil()).get("/beds").status()).isEqualTo(200);
    }

    @Test
    void whatIsWrongIsToldByField() {
        KitAnswer answer = kit.as(kit.pupil()).post("/beds", Form.of("plant", " "));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violations()).containsOnlyKeys("plant");
    }

    @Test
    void aRefusalIsToldInTheWordsOfTheModule() {
        KitAnswer answer = kit.as(kit.pupil()).post("/beds", Form.of("plant", "ortie"));

        assertThat(answer.problem())
                .isEqualTo(new Problem(409, "no-nettles", "Pas d’orties", "Plantez autre chose."));
    }

    @Test
    void whatIsDoneLeadsOn() {
        assertThat(kit.as(kit.pupil()).post("/beds", Form.of("plant", "blette")).location())
                .isEqualTo("/beds");
        assertThat(
                        kit.as(kit.pupil())
                                .inBrowser()
                                .post("/beds", Form.of("plant", "blette"))
                                .status())
                .isEqualTo(303);
    }

    @Test
    void peopleAreInventedForOneTest() {
        KitPerson zoe = kit.aPupil().named("Zoé", "Roux").inClass("3eC").create();

        assertThat(kit.as(zoe).get("/beds").as(Beds.class).who()).isEqualTo("Zoé Roux");
    }

    @Test
    void theClockIsTheTests() {
        kit.clock().set(Instant.parse("2027-03-01T08:00:00Z"));

        assertThat(kit.as(kit.guardian()).get("/beds").status()).isEqualTo(200);
    }

    @Test
    void aFactIsDeliveredAndLiesInTheOutbox() {
        int before = beds().absences();

        kit.publish(
                new PupilAbsent(kit.pupil().id(), Instant.parse("2026-11-25T08:00:00Z"), null),
                "pupil");

        assertThat(beds().absences()).isEqualTo(before + 1);
        assertThat(kit.published())
                .extracting(PublishedEvent::name)
                .containsExactly("school-life.PupilAbsent");
    }

    @Test
    void aJobRunsWhenTheTestSaysSo() {
        int before = beds().watered();

        kit.runJob("water");

        assertThat(beds().watered()).isEqualTo(before + 1);
        assertThatThrownBy(() -> kit.runJob("harvest")).hasMessage("garden has no job harvest");
    }

    private Beds beds() {
        return kit.as(kit.pupil()).get("/beds").as(Beds.class);
    }

    @Test
    void aSettingIsOneOfTheManifest() {
        assertThatThrownBy(() -> kit.set("keep-days", "3"))
                .hasMessage("the manifest has no setting keep-days");
    }
}
