package fr.preau.testkit.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.core.testing.GardenBundle;
import fr.preau.testkit.compatibility.CheckResult.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Modules with one fault each, and what the report says of them. */
class CompatibilityTest {

    private static String page(String body, String answer) {
        return """
               public record Beds(String who) {}
               public List<Route<?, ?>> routes() {
                 return List.of(
                   Route.get("/beds").shows(Beds.class)
                     .allows(Callers.profiles(Profile.PUPIL))
                     .drawnBy((beds, context) -> new Screen("Les carrés", %s))
                     .handledBy((request, input) -> %s));
               }
               """
                .formatted(body, answer);
    }

    private static CompatibilityReport reportOn(GardenBundle garden) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "garden");
        Path jar = garden.into(folder, "garden.jar");
        return Compatibility.of(jar, Optional.of(jar), Path.of("target", "compatibility-of-text"));
    }

    private static Map<String, State> states(CompatibilityReport report) {
        return report.results().stream()
                .collect(Collectors.toMap(CheckResult::name, CheckResult::state));
    }

    @Test
    void aModuleWithoutFaultFailsNowhere() throws IOException {
        CompatibilityReport report =
                reportOn(
                        GardenBundle.version("1.0.0")
                                .with(
                                        page(
                                                "context.parts().text(beds.who())",
                                                "Answer.show(new Beds(\"Les carottes\"))")));

        assertThat(report.passed()).as(report.text()).isTrue();
        assertThat(states(report))
                .containsEntry("callers", State.PASSED)
                .containsEntry("permissions", State.PASSED)
                .containsEntry("off and on", State.PASSED)
                .containsEntry("update from the previous release", State.PASSED)
                .containsEntry("personal data", State.PASSED);
    }

    @Test
    void aPageThatFailsIsNamedWithWhoAsked() throws IOException {
        CompatibilityReport report =
                reportOn(
                        GardenBundle.version("1.0.0")
                                .with(
                                        page(
                                                "context.parts().text(beds.who())",
                                                "{ throw new IllegalStateException(\"weeds\"); }")));

        assertThat(report.passed()).isFalse();
        assertThat(states(report)).containsEntry("callers", State.FAILED);
        assertThat(report.text()).contains("GET /c/sevres/garden/beds as Inès Bernard → 500");
    }

    @Test
    void aPageThatNotEverybodyCanReadIsFoundByAxe() throws IOException {
        CompatibilityReport report =
                reportOn(
                        GardenBundle.version("1.0.0")
                                .with(
                                        page(
                                                "out -> out.writeContent("
                                                        + "\"<img src='/assets/preau.svg'>\")",
                                                "Answer.show(new Beds(\"\"))")));

        // Where there is no Chromium the check has not passed either.
        assertThat(states(report).get("accessibility")).isNotEqualTo(State.PASSED);
        assertThat(report.text()).containsAnyOf("image-alt at", "no Chromium");
    }

    @Test
    void aManifestThatIsWrongIsNamedWithItsLine() throws IOException {
        CompatibilityReport report =
                reportOn(
                        GardenBundle.version("1.0.0")
                                .saying("\"licence\": \"EUPL-1.2\"", "\"licence\": 12"));

        assertThat(states(report))
                .containsEntry("manifest", State.FAILED)
                .containsEntry("starts", State.FAILED);
        assertThat(report.text()).contains("META-INF/preau/plugin.json, line 4");
        assertThat(report.json()).contains("\"passed\":false");
    }
}
