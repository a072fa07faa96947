package fr.preau.communication.circulars;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A circular for a whole large collège: 900 families, two guardians in most of them. */
@PreauTest
class ManyFamiliesTest {

    private static final int FAMILIES = 900;

    private final PreauKit kit;
    private final Carnet carnet;

    ManyFamiliesTest(PreauKit kit) {
        this.kit = kit;
        this.carnet = new Carnet(kit);
    }

    @BeforeEach
    void aLargeCollege() {
        kit.clock().set(Instant.parse("2026-11-30T09:00:00Z"));
        KitPerson first = kit.aPupil().named("Premier", "Élève").inClass("6eA").create();
        kit.aGuardian().named("Premier", "Parent").of(first).create();
        for (int i = 1; i < 30; i++) {
            carnet.change(
                    "INSERT INTO school.school_class (id, code, name) VALUES (UUID(), ?, ?)",
                    "L" + i,
                    "%de%d".formatted(3 + i % 4, i));
        }
        people("PUPIL", "eleve");
        people("GUARDIAN", "mere");
        people("GUARDIAN", "pere");
        carnet.change(
                "INSERT INTO school.class_member (class_id, person_id) SELECT c.id, p.id FROM"
                        + " school.person p JOIN school.school_class c ON c.code = CONCAT('L', 1 +"
                        + " MOD(CAST(SUBSTRING(p.academic_id, 6) AS INT), 29)) WHERE p.academic_id LIKE"
                        + " 'eleve%'");
        guardianship("mere", 900);
        guardianship("pere", 720);
    }

    private void people(String profile, String prefix) {
        carnet.change(
                "INSERT INTO school.person (id, academic_id, profile, given_name, family_name,"
                        + " functions) SELECT UUID(), CONCAT(?, seq), ?, CONCAT('Prénom', seq),"
                        + " CONCAT('Nom', seq), '' FROM seq_1_to_900",
                prefix,
                profile);
    }

    private void guardianship(String prefix, int upTo) {
        carnet.change(
                "INSERT INTO school.guardianship (adult_id, child_id, valid_from, relation, legal,"
                        + " in_charge, payer, payee, contact) SELECT a.id, c.id, '2000-09-01', '10',"
                        + " TRUE, FALSE, TRUE, TRUE, TRUE FROM seq_1_to_900 JOIN school.person a ON"
                        + " a.academic_id = CONCAT(?, seq) JOIN school.person c ON c.academic_id ="
                        + " CONCAT('eleve', seq) WHERE seq <= ?",
                prefix,
                upTo);
    }

    @Test
    void nineHundredFamiliesAreReachedInOneActOfFewStatements() {
        KitPerson principal = kit.staff(StaffFunction.PRINCIPAL);
        String draft = carnet.draft(principal, carnet.form("all"));
        int version = carnet.preview(principal, draft).getInt("version");
        assertThat(carnet.preview(principal, draft).getInt("families")).isEqualTo(FAMILIES + 3);

        KitAnswer sent =
                kit.as(principal)
                        .post(
                                "/circulars/drafts/" + draft + "/send",
                                Form.of("version", "" + version));

        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.statements()).isLessThanOrEqualTo(47);
        assertThat(
                        carnet.ask(
                                "SELECT COUNT(*) FROM communication_circular_recipient"
                                        + " WHERE circular_id = ?",
                                draft))
                .containsExactly(Integer.toString(900 + 720 + 4));
    }

    @Test
    void theProofOfNineHundredFamiliesIsOneFileOfFewStatements() throws IOException {
        KitPerson principal = kit.staff(StaffFunction.PRINCIPAL);
        UUID circular = carnet.send(principal, carnet.signed("all"));
        answerAll(circular);

        KitAnswer proof = kit.as(principal).get("/circulars/sent/" + circular + "/proof.pdf");

        assertThat(proof.status()).isEqualTo(200);
        assertThat(proof.statements()).isLessThanOrEqualTo(8);
        String text = ProofsTest.text(proof);
        assertThat(text).contains("Réponses scellées 1600");
        for (int family = 1; family <= FAMILIES; family++) {
            assertThat(text).contains("Prénom" + family + " Nom" + family + " ");
        }
        if (System.getProperty("preau.kept") != null) {
            Files.write(Path.of(System.getProperty("preau.kept")), proof.bytes());
        }
    }

    /** As if 1,600 guardians had signed; sealed by nobody, so that the check has much to say. */
    private void answerAll(UUID circular) {
        carnet.change(
                "INSERT INTO communication_circular_answer (id, circular_id, recipient_id,"
                        + " answer_number, guardian_name, child_name, class_name, given,"
                        + " answered_at, late, place, salt, digest, seal, evidence, erased)"
                        + " SELECT UUID(), r.circular_id, r.id, 1, r.guardian_name, k.child_name,"
                        + " k.class_name, '', '2026-11-30 10:15:00', FALSE,"
                        + " ROW_NUMBER() OVER (ORDER BY r.id), REPEAT('a', 64), REPEAT('b', 64),"
                        + " SHA2(r.id, 256), TRUE, FALSE FROM communication_circular_recipient r"
                        + " JOIN communication_circular_child k ON k.id = r.child_row_id"
                        + " WHERE r.circular_id = ? LIMIT 1600",
                circular);
        carnet.change(
                "UPDATE communication_circular_ledger SET length = 1600 WHERE circular_id = ?",
                circular);
    }
}
