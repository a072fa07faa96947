package fr.preau.communication.circulars;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.privacy.ErasureReport;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of a person in circulars, how long, and why. */
@PreauTest
class KeptInCircularsTest {

    private final PreauKit kit;
    private final Carnet carnet;

    KeptInCircularsTest(PreauKit kit) {
        this.kit = kit;
        this.carnet = new Carnet(kit);
    }

    @BeforeEach
    void onAMonday() {
        kit.clock().set(Instant.parse("2026-11-30T09:00:00Z"));
    }

    @Test
    void whatAGuardianAnsweredIsToldToThemAndToTheChildInWords() {
        UUID circular = carnet.send(kit.teacher(), carnet.choice(carnet.classCode("5eA")));
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0, "1");

        for (KitPerson person : List.of(kit.guardian(), kit.pupil())) {
            assertThat(export(person))
                    .singleElement()
                    .satisfies(
                            kept -> {
                                assertThat(kept.getString("what"))
                                        .isEqualTo("Réponse à une circulaire");
                                assertThat(kept.getJsonArray("answers").getString(0))
                                        .isEqualTo("Je n’autorise pas");
                            });
        }
        assertThat(export(kit.teacher()))
                .extracting(kept -> kept.getString("what"))
                .containsExactly("Circulaire écrite");
    }

    @Test
    void ofAWithdrawnCircularFamiliesAreHandedTheirAnswerAndNoWordOfTheCircular() {
        UUID circular = carnet.send(kit.teacher(), carnet.choice(carnet.classCode("5eA")));
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0, "1");
        carnet.withdraw(circular);

        for (KitPerson person : List.of(kit.guardian(), kit.pupil())) {
            assertThat(export(person))
                    .filteredOn(kept -> kept.getString("what").equals("Réponse à une circulaire"))
                    .singleElement()
                    .satisfies(
                            kept -> {
                                assertThat(kept.getString("title"))
                                        .isEqualTo("Circulaire retirée par le collège");
                                assertThat(kept.getString("text")).isEmpty();
                                assertThat(kept.getJsonArray("answers").getString(0))
                                        .isEqualTo("Choix n°\u00a02");
                            });
            assertThat(export(person).toString()).doesNotContain("Orangerie", "Départ");
        }
        assertThat(export(kit.teacher()).toString()).contains("Orangerie", "Départ");
    }

    @Test
    void anAnswerThatIsNoSignatureGoesAndItsPlaceInTheChainStays() {
        UUID circular = carnet.send(kit.teacher(), carnet.choice(carnet.classCode("5eA")));
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0, "1");

        ErasureReport report = erase(kit.guardian());

        assertThat(report.kept()).isEmpty();
        assertThat(export(kit.guardian())).isEmpty();
        assertThat(
                        carnet.ask(
                                "SELECT CONCAT(given, guardian_name, child_name, salt, erased)"
                                        + " FROM communication_circular_answer"
                                        + " WHERE circular_id = ?",
                                circular))
                .containsExactly("1");
        assertThat(erase(kit.guardian())).isEqualTo(ErasureReport.erased(0));
    }

    @Test
    void aSignatureStaysAsEvidenceUntilItsTermAndTheReportSaysWhy() {
        UUID circular = carnet.send(kit.teacher(), carnet.signed(carnet.classCode("5eA")));
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0);

        for (KitPerson person : List.of(kit.guardian(), kit.pupil())) {
            assertThat(erase(person).kept())
                    .singleElement()
                    .satisfies(
                            kept -> {
                                assertThat(kept.what()).isEqualTo("1 circulaire signée");
                                assertThat(kept.why()).contains("5 ans", "2224");
                            });
        }
        assertThat(erase(kit.guardianOfTwo()).kept()).isEmpty();
    }

    @Test
    void circularsGoAfterTheirTermSignedOnesAfterFiveYears() {
        UUID read = carnet.send(kit.teacher(), carnet.form(carnet.classCode("5eA")));
        UUID signed = carnet.send(kit.teacher(), carnet.signed(carnet.classCode("5eA")));
        carnet.answer(kit.guardian(), read, kit.pupil(), 0);
        carnet.answer(kit.guardian(), signed, kit.pupil(), 0);
        String draft = kit.as(kit.teacher()).get("/circulars/new").json().getString("draft");
        kit.as(kit.teacher()).post("/circulars/drafts/" + draft, Form.of("title", "Oublié"));

        after("2027-12-07T09:00:00Z");
        assertThat(circulars()).containsExactlyInAnyOrder(read.toString(), signed.toString());
        after("2027-12-09T09:00:00Z");
        assertThat(circulars()).containsExactly(signed.toString());
        assertThat(carnet.ask("SELECT id FROM communication_circular_draft")).isEmpty();
        after("2031-12-07T09:00:00Z");
        assertThat(circulars()).containsExactly(signed.toString());
        after("2031-12-09T09:00:00Z");
        assertThat(circulars()).isEmpty();
        assertThat(carnet.ask("SELECT id FROM communication_circular_answer")).isEmpty();
    }

    private void after(String moment) {
        kit.clock().set(Instant.parse(moment));
        kit.runJob("forget-circulars");
    }

    private List<String> circulars() {
        return carnet.ask("SELECT id FROM communication_circular");
    }

    private List<JsonObject> export(KitPerson person) {
        return kit.personalData().export(person).orElseThrow();
    }

    private ErasureReport erase(KitPerson person) {
        return kit.personalData().erase(person).orElseThrow();
    }
}
