package fr.preau.communication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where people put what they have sent, and what becomes of the bin. */
@PreauTest
class SentMailTest {

    private final PreauKit kit;

    SentMailTest(PreauKit kit) {
        this.kit = kit;
    }

    /** Sends a letter and says its identity. */
    private String send(String subject, KitPerson... to) {
        Form letter = Form.of("subject", subject, "text", "Un mot");
        for (KitPerson reader : to) {
            letter.with("to", "person:" + reader.id());
        }
        KitAnswer sent = kit.as(kit.teacher()).post("/messages", letter);
        assertThat(sent.status()).isEqualTo(200);
        return sent("/sent").get(0);
    }

    private List<String> sent(String address) {
        return kit
                .as(kit.teacher())
                .get(address)
                .json()
                .getJsonObject("letters")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(line -> line.getString("letter"))
                .toList();
    }

    private KitAnswer act(KitPerson person, String act, String letter) {
        return kit.as(person).post("/chosen/sent/" + act, Form.of("chosen", letter));
    }

    private String folder(KitPerson owner, String name) {
        kit.as(owner).post("/folders", Form.of("name", name));
        return kit.as(owner)
                .get("/folders")
                .json()
                .getJsonArray("folders")
                .getJsonObject(0)
                .getString("folder");
    }

    @Test
    void whatIsThrownAwayLiesInTheBinAndComesBack() {
        String letter = send("Réunion", kit.guardian());

        assertThat(act(kit.teacher(), "BIN", letter).json().getInt("letters")).isEqualTo(1);

        assertThat(sent("/sent")).isEmpty();
        assertThat(sent("/sent?in=bin")).containsExactly(letter);
        assertThat(kit.as(kit.teacher()).get("/search?q=reunion").html())
                .doesNotContain("/sent/" + letter);
        assertThat(kit.as(kit.teacher()).get("/sent/" + letter).html())
                .contains("Remettre dans les envoyés");
        act(kit.teacher(), "SENT", letter);
        assertThat(sent("/sent")).containsExactly(letter);
        assertThat(sent("/sent?in=bin")).isEmpty();
    }

    @Test
    void aFolderHoldsSentMailTooAndSearchFindsItThere() {
        String letter = send("Réunion", kit.guardian());
        String folder = folder(kit.teacher(), "Élèves de 5e");

        kit.as(kit.teacher())
                .post("/chosen/sent/FOLDER", Form.of("chosen", letter, "folder", folder));

        assertThat(sent("/sent")).isEmpty();
        assertThat(sent("/sent?in=" + folder)).containsExactly(letter);
        assertThat(kit.as(kit.teacher()).get("/sent?in=" + folder).html()).contains("Élèves de 5e");
        assertThat(sent("/sent?q=reunion")).containsExactly(letter);
        assertThat(kit.as(kit.teacher()).get("/search?q=reunion").html())
                .contains("/sent/" + letter);
        kit.as(kit.teacher()).post("/folders/" + folder + "/delete", Form.empty());
        assertThat(sent("/sent")).containsExactly(letter);
    }

    @Test
    void sentMailIsItsAuthorsAlone() {
        String letter = send("Réunion", kit.guardian());
        String folder = folder(kit.guardian(), "Privé");

        for (KitPerson other : List.of(kit.guardian(), kit.otherCollege().teacher())) {
            assertThat(act(other, "BIN", letter).json().getInt("letters")).isZero();
        }
        assertThat(kit.as(kit.teacher()).get("/sent?in=" + folder).status()).isEqualTo(404);
        assertThat(
                        kit.as(kit.teacher())
                                .post(
                                        "/chosen/sent/FOLDER",
                                        Form.of("chosen", letter, "folder", folder))
                                .status())
                .isEqualTo(404);
        assertThat(
                        kit.as(kit.teacher())
                                .post("/chosen/sent/FOLDER", Form.of("chosen", letter))
                                .status())
                .isEqualTo(404);
        assertThat(sent("/sent")).containsExactly(letter);
    }

    @Test
    void afterItsTermItIsGoneForItsAuthorAndItsReadersKeepIt() {
        String letter = send("Réunion", kit.guardian(), kit.guardianOfTwo());
        String answered = Inbox.newest(kit, kit.guardian());
        kit.as(kit.guardian())
                .post(answered + "/replies", Form.of("text", "Bien reçu", "seen", "1"));
        act(kit.teacher(), "BIN", letter);

        kit.clock().advance(Duration.ofDays(29));
        kit.runJob("empty-bins");
        assertThat(sent("/sent?in=bin")).containsExactly(letter);
        kit.clock().advance(Duration.ofDays(2));
        kit.runJob("empty-bins");

        assertThat(sent("/sent?in=bin")).isEmpty();
        assertThat(kit.as(kit.teacher()).get("/sent/" + letter).status()).isEqualTo(404);
        assertThat(act(kit.teacher(), "SENT", letter).json().getInt("letters")).isZero();
        assertThat(kit.as(kit.guardianOfTwo()).get(Inbox.newest(kit, kit.guardianOfTwo())).html())
                .contains("Un mot");
        assertThat(kit.as(kit.teacher()).get("/messages").html()).contains("Réunion");
        assertThat(kit.as(kit.teacher()).get(answered).html()).contains("Bien reçu");
    }

    @Test
    void itsReadersKeepItAlsoWhereItsAuthorIsErasedMeanwhile() {
        String letter = send("Réunion", kit.guardian(), kit.guardianOfTwo());
        act(kit.teacher(), "BIN", letter);
        String conversation = Inbox.newest(kit, kit.guardian());
        kit.personalData().erase(kit.teacher());

        for (int night = 0; night < 3; night++) {
            kit.clock().advance(Duration.ofDays(31));
            kit.runJob("empty-bins");
        }

        assertThat(kit.as(kit.guardian()).get(conversation).html()).contains("Un mot");
        assertThat(kit.as(kit.guardianOfTwo()).get(Inbox.newest(kit, kit.guardianOfTwo())).html())
                .contains("Un mot");
    }

    @Test
    void anAnswerBringsAConversationBackWhoseLetterIsGone() {
        String letter = send("Réunion", kit.guardian());
        act(kit.teacher(), "BIN", letter);
        kit.clock().advance(Duration.ofDays(31));
        kit.runJob("empty-bins");
        String conversation = Inbox.newest(kit, kit.guardian());
        assertThat(kit.as(kit.teacher()).get(conversation).status()).isEqualTo(404);

        kit.as(kit.guardian())
                .post(conversation + "/replies", Form.of("text", "Tardif", "seen", "1"));

        assertThat(kit.as(kit.teacher()).get(conversation).html()).contains("Tardif", "Un mot");
        assertThat(sent("/sent")).isEmpty();
    }

    @Test
    void whatNobodyHasAnyMoreIsEndedAYearAfterItWasSent() {
        String letter = send("Réunion", kit.guardian());
        String conversation = Inbox.newest(kit, kit.guardian());
        act(kit.teacher(), "BIN", letter);
        kit.as(kit.guardian()).post("/chosen/BIN", Form.of("chosen", conversation.substring(10)));
        kit.clock().advance(Duration.ofDays(31));
        kit.runJob("empty-bins");
        assertThat(kit.as(kit.guardian()).get(conversation).status()).isEqualTo(404);
        kit.clock().advance(Duration.ofDays(335));

        kit.runJob("empty-bins");

        assertThat(kit.personalData().export(kit.teacher()).toString()).doesNotContain("Réunion");
    }

    @Test
    void aLongBinTakesNoMoreStatementsThanAShortOne() {
        send("Zéro", kit.guardian());
        int few = kit.as(kit.teacher()).get("/sent").statements();
        for (int i = 0; i < 30; i++) {
            send("Lettre " + i, kit.guardian(), kit.guardianOfTwo());
        }

        assertThat(kit.as(kit.teacher()).get("/sent").statements()).isLessThanOrEqualTo(few);
        assertThat(few).isLessThanOrEqualTo(4);
        assertThat(sent("/sent?page=2")).hasSize(11);
    }
}
