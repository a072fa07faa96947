package fr.preau.communication.circulars;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.communication.school.PlainSeals;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is changed in the tables after a circular was sent or answered comes out. */
@PreauTest
class SealTest {

    private final PreauKit kit;
    private final Carnet carnet;

    SealTest(PreauKit kit) {
        this.kit = kit;
        this.carnet = new Carnet(kit);
    }

    @BeforeEach
    void onAMonday() {
        kit.clock().set(Instant.parse("2026-11-30T09:00:00Z"));
    }

    /** Three guardians answer, one of them twice. */
    private UUID answered() {
        KitPerson other = kit.aGuardian().named("Rose", "Bernard").of(kit.pupil()).create();
        UUID circular =
                carnet.send(
                        kit.teacher(),
                        carnet.choice(carnet.classCode("5eA"), carnet.classCode("5eB")));
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0, "0");
        carnet.answer(other, circular, kit.pupil(), 0, "1");
        carnet.answer(kit.guardianOfTwo(), circular, kit.college().otherPupil(), 0, "0");
        carnet.answer(kit.guardian(), circular, kit.pupil(), 1, "1");
        return circular;
    }

    private SealPage check(UUID circular) {
        return kit.as(kit.teacher())
                .get("/circulars/sent/" + circular + "/seal")
                .as(SealPage.class);
    }

    @Test
    void whatNobodyTouchedIsIntact() {
        UUID circular = answered();

        assertThat(check(circular).intact()).isTrue();
        assertThat(check(circular).answers()).isEqualTo(4);
        assertThat(kit.as(kit.teacher()).get("/circulars/sent/" + circular + "/seal").html())
                .contains("Rien n’a été changé", check(circular).head());
    }

    @Test
    void eachChangeOfAnAnswerIsFound() {
        UUID circular = answered();
        List<String> changes =
                List.of(
                        "given = '1'",
                        "guardian_name = 'Quelqu’un'",
                        "child_name = 'Un autre'",
                        "answered_at = answered_at - INTERVAL 1 SECOND",
                        "late = NOT late",
                        "evidence = NOT evidence",
                        "erased = TRUE",
                        "digest = REVERSE(digest)",
                        "seal = REVERSE(seal)",
                        "salt = REVERSE(salt)");
        for (String change : changes) {
            List<String> before = carnet.ask(row(), circular);
            carnet.change(
                    "CREATE OR REPLACE TABLE communication_kept AS"
                            + " SELECT * FROM communication_circular_answer");
            carnet.change(
                    "UPDATE communication_circular_answer SET "
                            + change
                            + " WHERE circular_id = ? AND place = 3",
                    circular);
            assertThat(carnet.ask(row(), circular)).as(change).isNotEqualTo(before);

            assertThat(check(circular).intact()).as(change).isFalse();
            assertThat(kit.as(kit.teacher()).get("/circulars/sent/" + circular + "/seal").html())
                    .contains("Quelque chose a été changé après coup");
            carnet.change(
                    "REPLACE INTO communication_circular_answer SELECT * FROM communication_kept");
            carnet.change("DROP TABLE communication_kept");
            assertThat(check(circular).intact()).as("put back: " + change).isTrue();
        }
    }

    private static String row() {
        return "SELECT CONCAT_WS('|', given, guardian_name, child_name, answered_at, late,"
                + " evidence, erased, digest, seal, salt) FROM communication_circular_answer"
                + " WHERE circular_id = ? AND place = 3";
    }

    @Test
    void whoPutsAnAnswerOnSomebodyElseIsFound() {
        UUID circular = answered();

        carnet.change(
                "UPDATE communication_circular_recipient SET guardian_id = UUID()"
                        + " WHERE circular_id = ? AND guardian_id = ?",
                circular,
                kit.guardian().id());

        assertThat(check(circular).findings())
                .extracting(SealPage.Finding::position)
                .containsExactly(1, 4);
    }

    @Test
    void anAnswerThatIsTakenOutIsMissedAlsoTheLastOne() {
        UUID circular = answered();
        carnet.change(
                "DELETE FROM communication_circular_answer WHERE circular_id = ? AND place = 2",
                circular);
        assertThat(check(circular).findings())
                .containsExactly(new SealPage.Finding(SealPage.Kind.MISSING, 2, "", ""));

        carnet.change(
                "DELETE FROM communication_circular_answer WHERE circular_id = ? AND place = 4",
                circular);
        assertThat(check(circular).findings())
                .extracting(SealPage.Finding::position)
                .containsExactly(2, 4);
    }

    @Test
    void eachChangeOfTheCircularIsFound() {
        Map<String, CircularPart> changes = new LinkedHashMap<>();
        changes.put("body = CONCAT(body, '.')", CircularPart.WORDS);
        changes.put("title = 'Autre'", CircularPart.WORDS);
        changes.put("deadline = deadline + INTERVAL 1 DAY", CircularPart.DEADLINE);
        changes.put("answer_kind = 'READ'", CircularPart.CONDITIONS);
        changes.put("required_from = 'EACH'", CircularPart.CONDITIONS);
        changes.put("questions = ''", CircularPart.CONDITIONS);
        changes.put("author_name = 'Quelqu’un'", CircularPart.AUTHOR);
        changes.put("guardian_count = 7", CircularPart.READERS);
        changes.forEach(
                (change, part) -> {
                    UUID circular =
                            carnet.send(kit.teacher(), carnet.choice(carnet.classCode("5eA")));
                    assertThat(check(circular).intact()).isTrue();
                    carnet.change(
                            "UPDATE communication_circular SET " + change + " WHERE id = ?",
                            circular);
                    assertThat(check(circular).circularChanged()).as(change).isTrue();
                    assertThat(check(circular).changedParts()).as(change).containsExactly(part);
                });
    }

    @Test
    void whoChangesASealOnlyIsFoundToo() {
        for (String change : List.of("digest = REVERSE(digest)", "seal = REVERSE(seal)")) {
            UUID circular = carnet.send(kit.teacher(), carnet.choice(carnet.classCode("5eA")));
            carnet.change(
                    "UPDATE communication_circular SET " + change + " WHERE id = ?", circular);
            assertThat(check(circular).circularChanged()).as(change).isTrue();
            assertThat(check(circular).changedParts()).as(change).isEmpty();
        }
    }

    @Test
    void whatWasErasedByRightLeavesTheChainWhole() {
        UUID circular = answered();

        kit.personalData().erase(kit.guardian());

        assertThat(check(circular).intact()).isTrue();
        assertThat(check(circular).erased()).isEqualTo(2);
    }

    @Test
    void theCanonicalFormIsWhatItsDescriptionSays() {
        Seal plain = new Seal(new PlainSeals());
        assertThat(Seal.canonical(Stream.of("ab", "été"))).isEqualTo("2:ab,5:été,");
        // printf '14:preau-digest-2,2:ab,5:\xc3\xa9t\xc3\xa9,' | sha256sum
        assertThat(plain.digest("ab", List.of("été")))
                .isEqualTo("32a00a041e59d6bad7628d2301cfbd01d8c5a4a9fbaebee3c74a4726565c33ce");
        assertThat(plain.digest("a", List.of("b", "")))
                .isNotEqualTo(plain.digest("a", List.of("", "b")))
                .isNotEqualTo(plain.digest("a", List.of("b")));
    }

    /** Knows every row and how seals are made, and has not the secret of the installation. */
    @Test
    void whoCanWriteTheTablesAloneMakesNoSealThatHolds() {
        UUID circular = carnet.send(kit.teacher(), carnet.signed(carnet.classCode("5eA")));
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0);
        Seal forger = new Seal(new PlainSeals());
        String before =
                carnet.ask("SELECT seal FROM communication_circular WHERE id = ?", circular).get(0);
        String digest = forger.digest("salt", List.of("whatever"));
        carnet.change(
                "UPDATE communication_circular_answer SET given = '', salt = 'salt', digest = ?,"
                        + " seal = ?, guardian_name = 'Quelqu’un' WHERE circular_id = ?",
                digest,
                forger.seal(1, before, digest),
                circular);
        carnet.change(
                "UPDATE communication_circular_ledger SET head = ? WHERE circular_id = ?",
                forger.seal(1, before, digest),
                circular);

        SealPage page = check(circular);

        assertThat(page.intact()).isFalse();
        assertThat(page.findings())
                .extracting(SealPage.Finding::kind)
                .containsExactly(SealPage.Kind.CHANGED);
        assertThat(page.circularChanged()).isFalse();
    }
}
