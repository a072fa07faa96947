package fr.preau.testkit.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.compatibility.CheckResult.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A module that keeps something, looked at as a stranger's jar, with one fault each. */
class FilledModuleTest {

    /** Its pages are looked at in a browser elsewhere. */
    private static final List<Check> OF_ROWS =
            CompatibilityChecks.ALL.stream()
                    .filter(check -> !(check instanceof AccessibilityCheck))
                    .toList();

    private static CompatibilityReport reportOn(PlantedGarden garden) throws IOException {
        return reportOn(garden, Optional.empty());
    }

    private static CompatibilityReport reportOn(PlantedGarden garden, Optional<Path> previous)
            throws IOException {
        return Compatibility.of(
                garden.jar(), previous, Path.of("target", "compatibility"), OF_ROWS);
    }

    private static State state(CompatibilityReport report, String check) {
        return result(report, check).state();
    }

    private static CheckResult result(CompatibilityReport report, String check) {
        return report.results().stream()
                .filter(result -> result.name().equals(check))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aModuleOfWhichNothingIsKnownIsFilledUpdatedTakenBackAndErased() throws IOException {
        PlantedGarden garden =
                new PlantedGarden("1.1.0")
                        .with("V2__notes.sql", "ALTER TABLE garden_bed ADD COLUMN note TEXT NULL;")
                        .with("U2__notes.sql", "ALTER TABLE garden_bed DROP COLUMN note;");

        CompatibilityReport report =
                reportOn(garden, Optional.of(new PlantedGarden("1.0.0").jar()));

        assertThat(
                        List.of(
                                state(report, "filled tables"),
                                state(report, "isolation"),
                                state(report, "off and on"),
                                state(report, "migrations on filled tables"),
                                state(report, "update from the previous release"),
                                state(report, "personal data")))
                .as(report.text())
                .containsOnly(State.PASSED);
        assertThat(result(report, "update from the previous release").notes()).contains("and back");
        assertThat(result(report, "migrations on filled tables").notes())
                .contains("undone as far as version 1");
        assertThat(report.text()).contains("garden_bed=12, garden_watering=12");
    }

    @Test
    void aModuleThatRemembersForEverybodyLeaks() throws IOException {
        CompatibilityReport report =
                reportOn(
                        new PlantedGarden("1.0.0")
                                .saying(
                                        "private List<String> plants() {",
                                        "static final List<String> ALL = new ArrayList<>();\n"
                                                + "private List<String> plants() {"
                                                + " if (true) { return List.copyOf(ALL); }")
                                .saying(
                                        "private void plant(String plant, PersonId by) {",
                                        "private void plant(String plant, PersonId by) {"
                                                + " ALL.add(plant);"));

        assertThat(state(report, "isolation")).as(report.text()).isEqualTo(State.FAILED);
        assertThat(report.text()).contains("shows what another collège has written");
    }

    @Test
    void anErasureThatForgetsATableIsFound() throws IOException {
        CompatibilityReport report =
                reportOn(
                        new PlantedGarden("1.0.0")
                                .saying(
                                        "sql(\"DELETE FROM garden_watering WHERE person_id = ?1\","
                                                + " person).executeUpdate()",
                                        "0"));

        assertThat(state(report, "personal data")).isEqualTo(State.FAILED);
        assertThat(report.text()).contains("still stands in [garden_watering.person_id]");
    }

    @Test
    void anExportThatTellsNothingIsFound() throws IOException {
        CompatibilityReport report =
                reportOn(
                        new PlantedGarden("1.0.0")
                                .saying("return planted;", "return List.<Planted>of();"));

        assertThat(state(report, "personal data")).isEqualTo(State.FAILED);
        assertThat(report.text()).contains("nothing is exported of a person who stands in");
    }

    @Test
    void aModuleThatKeepsPersonsAndAnswersForNobodyIsFound() throws IOException {
        CompatibilityReport report =
                reportOn(
                        new PlantedGarden("1.0.0")
                                .saying(
                                        "return Optional.of(new fr.preau.api.privacy.PersonalData()"
                                                + " {",
                                        "if (true) { return Optional.empty(); }\n"
                                                + "return Optional.of(new"
                                                + " fr.preau.api.privacy.PersonalData() {"));

        assertThat(state(report, "personal data")).isEqualTo(State.FAILED);
        assertThat(report.text()).contains("persons stand in [garden_bed.owner_id]");
    }

    @Test
    void aScriptThatOnlyRunsOnEmptyTablesIsFound() throws IOException {
        PlantedGarden garden =
                new PlantedGarden("1.1.0")
                        .with(
                                "V2__short.sql",
                                "ALTER TABLE garden_bed MODIFY plant VARCHAR(3) NOT NULL;");

        CompatibilityReport report =
                reportOn(garden, Optional.of(new PlantedGarden("1.0.0").jar()));

        assertThat(state(report, "migrations on filled tables")).isEqualTo(State.FAILED);
        assertThat(state(report, "update from the previous release")).isEqualTo(State.FAILED);
    }

    @Test
    void anUpdateThatLosesRowsIsFound() throws IOException {
        PlantedGarden garden =
                new PlantedGarden("1.1.0").with("V2__tidy.sql", "DELETE FROM garden_watering;");

        CompatibilityReport report =
                reportOn(garden, Optional.of(new PlantedGarden("1.0.0").jar()));

        assertThat(state(report, "update from the previous release")).isEqualTo(State.FAILED);
        assertThat(report.text()).contains("garden_watering had 20 rows and has 0");
    }

    @Test
    void aFormThatFailsWhenItIsSentIsFound() throws IOException {
        CompatibilityReport report =
                reportOn(new PlantedGarden("1.0.0").saying("'SOWN', 3)", "'WITHERED', 3)"));

        assertThat(state(report, "filled tables")).isEqualTo(State.FAILED);
        assertThat(report.text()).contains("sent as its page /beds offers it");
    }

    @Test
    void whatCanNotBeLookedAtIsSaidInTheLastLine() throws IOException {
        CompatibilityReport report =
                reportOn(
                        new PlantedGarden("1.0.0")
                                .saying(
                                        "private List<String> plants() {",
                                        "private List<String> plants() {"
                                                + " if (texts(\"SELECT kind FROM garden_watering\")"
                                                + ".contains(\"HOSE\"))"
                                                + " { throw new IllegalStateException(\"dry\"); }"));

        // What was made up can't be read; what its own form writes can.
        assertThat(state(report, "filled tables")).isEqualTo(State.NOT_RUN);
        assertThat(result(report, "filled tables").notes())
                .contains("nothing writes garden_watering");
        assertThat(report.text()).contains("no check failed; not looked at: ");
        assertThat(report.json()).contains("\"notRun\":[", "\"filled tables\"");
    }
}
