package fr.preau.communication.circulars;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What families and the collège keep of a circular as PDF, read back as another program does. */
@PreauTest
class ProofsTest {

    private final PreauKit kit;
    private final Carnet carnet;

    ProofsTest(PreauKit kit) {
        this.kit = kit;
        this.carnet = new Carnet(kit);
    }

    @BeforeEach
    void onAMonday() {
        kit.clock().set(Instant.parse("2026-11-30T09:00:00Z"));
    }

    private UUID sent() {
        return carnet.send(
                kit.teacher(), carnet.choice(carnet.classCode("5eA"), carnet.classCode("5eB")));
    }

    private KitAnswer ofAnswer(KitPerson guardian, UUID circular, KitPerson child) {
        return kit.as(guardian)
                .get("/circulars/" + circular + "/children/" + child.id() + "/proof.pdf");
    }

    private KitAnswer ofCircular(KitPerson reader, UUID circular) {
        return kit.as(reader).get("/circulars/sent/" + circular + "/proof.pdf");
    }

    /** Letters as they are typed, words parted by single spaces. */
    static String text(KitAnswer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        try (PDDocument pdf = Loader.loadPDF(answer.bytes())) {
            return Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFKC)
                    .replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String seal(UUID circular, int place) {
        return carnet.ask(
                        "SELECT seal FROM communication_circular_answer"
                                + " WHERE circular_id = ? AND place = ?",
                        circular,
                        place)
                .get(0);
    }

    @Test
    void aGuardianKeepsWhoAnsweredWhatForWhomAndWhenBelowTheExactText() {
        UUID circular = sent();
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0, "0");

        KitAnswer proof = ofAnswer(kit.guardian(), circular, kit.pupil());

        assertThat(text(proof))
                .contains(
                        "Preuve de réponse : Sortie à l’Orangerie",
                        "rien n’a été changé",
                        kit.pupil().displayName() + " (5eA)",
                        "Responsable " + kit.guardian().displayName(),
                        "J’autorise",
                        "lundi 30 novembre 2026 à 10:00:00 (heure de Paris)",
                        "Envoyée par " + kit.teacher().displayName(),
                        "Date limite mardi 8 décembre 2026",
                        "Départ à 8 h 30, retour à midi.",
                        seal(circular, 1))
                .doesNotContain("Je n’autorise pas", "Réponses corrigées depuis");
        assertThat(proof.header("Content-Disposition")).contains("preuve-reponse.pdf");
        assertThat(proof.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(proof.statements()).isLessThanOrEqualTo(8);
        assertThat(carnet.page(kit.guardian(), circular).html())
                .contains("Enregistrer la preuve de votre réponse (PDF)", "/proof.pdf");
    }

    @Test
    void whatWasAnsweredBeforeACorrectionStaysInTheProof() {
        UUID circular = sent();
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0, "0");
        kit.clock().set(Instant.parse("2026-12-01T19:30:05Z"));
        carnet.answer(kit.guardian(), circular, kit.pupil(), 1, "1");

        assertThat(text(ofAnswer(kit.guardian(), circular, kit.pupil())))
                .contains(
                        "Je n’autorise pas Répondu le mardi 1er décembre 2026 à 20:30:05",
                        "Réponses corrigées depuis Réponse J’autorise",
                        seal(circular, 1),
                        seal(circular, 2));
    }

    @Test
    void theProofOfAnAnswerToAWithdrawnCircularHoldsNoWordOfIt() {
        UUID circular = sent();
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0, "0");
        kit.clock().set(Instant.parse("2026-12-01T19:30:05Z"));
        carnet.answer(kit.guardian(), circular, kit.pupil(), 1, "1");
        carnet.withdraw(circular);

        KitAnswer proof = ofAnswer(kit.guardian(), circular, kit.pupil());

        assertThat(text(proof))
                .contains(
                        "Preuve de réponse : Circulaire retirée par le collège",
                        "Réponse Choix n° 2",
                        "Réponse Choix n° 1",
                        "rien n’a été changé",
                        kit.guardian().displayName(),
                        seal(circular, 2))
                .doesNotContain("Orangerie", "Départ à 8 h 30", "autorise");
        assertThat(proof.statements()).isLessThanOrEqualTo(9);
        assertThat(text(ofCircular(kit.teacher(), circular))).contains("Départ à 8 h 30");
    }

    @Test
    void aProofSaysThatSomethingWasChangedAfterwards() {
        UUID circular = sent();
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0, "0");
        carnet.answer(kit.guardianOfTwo(), circular, kit.college().otherPupil(), 0, "0");
        carnet.change(
                "UPDATE communication_circular_answer SET given = '1'"
                        + " WHERE circular_id = ? AND place = 1",
                circular);

        assertThat(text(ofAnswer(kit.guardian(), circular, kit.pupil())))
                .contains("ne correspond plus à ce qui a été scellé");
        assertThat(text(ofAnswer(kit.guardianOfTwo(), circular, kit.college().otherPupil())))
                .contains("rien n’a été changé");
        assertThat(text(ofCircular(kit.teacher(), circular)))
                .contains("La réponse n° 1 a été changée", "ne vous fiez pas à ces réponses");

        carnet.change("UPDATE communication_circular SET body = 'Autre' WHERE id = ?", circular);

        assertThat(text(ofAnswer(kit.guardianOfTwo(), circular, kit.college().otherPupil())))
                .contains("ne correspond plus à ce qui a été scellé");
        assertThat(text(ofCircular(kit.teacher(), circular)))
                .contains("Le titre ou le texte de la circulaire a été changé");
    }

    @Test
    void theCollegeKeepsTheWholeCircularWithEachAnswerAndWhoHasNotAnswered() {
        KitPerson other = kit.aGuardian().named("Rose", "Bernard").of(kit.pupil()).create();
        UUID circular = sent();
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0, "0");
        carnet.answer(other, circular, kit.pupil(), 0, "1");
        carnet.answer(kit.guardian(), circular, kit.pupil(), 1, "1");

        KitAnswer proof = ofCircular(kit.teacher(), circular);

        assertThat(text(proof))
                .contains(
                        "Circulaire et réponses : Sortie à l’Orangerie",
                        "sont telles qu’elles ont été scellées",
                        "Départ à 8 h 30, retour à midi.",
                        "Réponses scellées 3",
                        "Classe de 5eA",
                        other.displayName(),
                        "J’autorise (corrigée depuis)",
                        "30/11/2026 10:00:00 n° 3 · " + seal(circular, 3).substring(0, 16),
                        seal(circular, 3),
                        "2 élèves pour qui une réponse manque",
                        "5eA Awa Martin Nadia Martin")
                .doesNotContain("Quelque chose a été changé");
        assertThat(proof.header("Content-Disposition")).contains("preuve-circulaire.pdf");
        assertThat(proof.statements()).isLessThanOrEqualTo(8);
        assertThat(kit.as(kit.teacher()).get("/circulars/sent/" + circular).html())
                .contains("Enregistrer la preuve complète (PDF)");
    }

    @Test
    void aCircularThatNobodyHasAnsweredYetHasAProofToo() {
        assertThat(text(ofCircular(kit.teacher(), sent())))
                .contains(
                        "Aucune réponse n’a été donnée à ce jour",
                        "3 élèves pour qui une réponse manque");
    }

    @Test
    void whatWasErasedByRightIsNotPrinted() {
        UUID circular = sent();
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0, "0");
        String name = kit.guardian().displayName();

        kit.personalData().erase(kit.guardian());

        assertThat(text(ofCircular(kit.teacher(), circular)))
                .contains("Réponse effacée à la demande d’une personne")
                .doesNotContain(name);
    }

    @Test
    void aProofIsForThoseWhoMaySeeWhatItProves() {
        UUID circular = sent();
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0, "0");
        carnet.answer(kit.guardianOfTwo(), circular, kit.college().otherPupil(), 0, "0");

        assertThat(ofAnswer(kit.guardianOfTwo(), circular, kit.pupil()).status()).isEqualTo(404);
        assertThat(ofAnswer(kit.guardian(), circular, kit.college().otherPupil()).status())
                .isEqualTo(404);
        assertThat(ofAnswer(kit.guardian(), UUID.randomUUID(), kit.pupil()).status())
                .isEqualTo(404);
        assertThat(ofAnswer(kit.teacher(), circular, kit.pupil()).status()).isEqualTo(403);
        assertThat(ofCircular(kit.guardian(), circular).status()).isEqualTo(403);
        assertThat(ofCircular(kit.college().otherTeacher(), circular).status()).isEqualTo(404);
        assertThat(ofCircular(kit.staff(StaffFunction.PRINCIPAL), circular).status())
                .isEqualTo(200);
        assertThat(ofCircular(kit.staff(StaffFunction.PRINCIPAL), UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @Test
    void whoHasNotAnsweredHasNoProofAndWhoIsGuardianNoMoreNeither() {
        UUID circular = sent();
        assertThat(ofAnswer(kit.guardian(), circular, kit.pupil()).status()).isEqualTo(404);
        assertThat(carnet.page(kit.guardian(), circular).html()).doesNotContain("/proof.pdf");

        carnet.answer(kit.guardian(), circular, kit.pupil(), 0, "0");
        carnet.endGuardianship(kit.guardian(), kit.pupil());

        assertThat(ofAnswer(kit.guardian(), circular, kit.pupil()).status()).isIn(403, 404);
    }
}
