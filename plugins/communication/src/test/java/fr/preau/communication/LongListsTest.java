package fr.preau.communication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A letter to many is not answered, unless its author wants answers. */
@PreauTest
class LongListsTest {

    private final PreauKit kit;
    private final String key = UUID.randomUUID().toString();

    LongListsTest(PreauKit kit) {
        this.kit = kit;
    }

    @Test
    void aLetterToThirtyIsNotAnsweredByAnyRoad() {
        List<KitPerson> guardians = guardians(30);
        send(guardians, null);
        KitPerson one = guardians.get(0);
        String conversation = Inbox.newest(kit, one);

        assertThat(kit.as(one).get(conversation).html())
                .contains("Ce message n’attend pas de réponse")
                .doesNotContain("Envoyer la réponse");
        KitAnswer refused =
                kit.as(one).post(conversation + "/replies", Form.of("text", "Merci", "seen", "1"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem().type()).isEqualTo("letter-without-answers");
        assertThat(kit.as(kit.teacher()).get("/messages").html()).contains("Aucun message reçu");
    }

    @Test
    void itsAuthorMayAllowAnswersAndMayAlwaysGoOn() {
        List<KitPerson> guardians = guardians(30);
        send(guardians, "true");
        String conversation = Inbox.newest(kit, guardians.get(0));

        KitAnswer answer =
                kit.as(guardians.get(0))
                        .post(conversation + "/replies", Form.of("text", "Oui", "seen", "1"));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void theAuthorOfALetterToManyWritesOnToOneOfThem() {
        List<KitPerson> guardians = guardians(30);
        send(guardians, null);
        String conversation = Inbox.newest(kit, guardians.get(0));

        KitAnswer more =
                kit.as(kit.teacher())
                        .post(conversation + "/replies", Form.of("text", "Encore", "seen", "0"));

        assertThat(more.status()).isEqualTo(200);
        assertThat(kit.as(guardians.get(0)).get(conversation).html()).contains("Encore");
    }

    @Test
    void aLetterToTwentyNineIsAnswered() {
        List<KitPerson> guardians = guardians(29);
        send(guardians, null);

        assertThat(kit.as(guardians.get(0)).get(Inbox.newest(kit, guardians.get(0))).html())
                .contains("Envoyer la réponse");
    }

    @Test
    void whoWritesToManyIsToldAndMayAllowAnswers() {
        List<String> codes = guardians(30).stream().map(g -> "to=person:" + g.id()).toList();

        assertThat(kit.as(kit.teacher()).get("/messages/new?" + String.join("&", codes)).html())
                .contains("Ce message part à 30 personnes", "name=\"answers\"");
    }

    @Test
    void thatAnswersAreAllowedIsKeptInADraftAndOnTheWayToTheRecipients() {
        Form letter = letter(guardians(30), "true");

        kit.as(kit.teacher()).post("/drafts", letter);

        assertThat(draft().getBoolean("answers")).isTrue();
        assertThat(kit.as(kit.teacher()).inBrowser().post("/messages/recipients", letter).html())
                .contains("name=\"answers\" value=\"true\"");
        assertThat(draft().getBoolean("answers")).isTrue();
    }

    @Test
    void whatIsTakenBackStillAllowsAnswers() {
        Form letter = letter(guardians(30), "true");
        String sent = kit.as(kit.teacher()).post("/messages", letter).json().getString("sentTo");

        KitAnswer back = kit.as(kit.teacher()).post(sent + "/undo", Form.empty());

        String draft = back.json().getString("draft");
        assertThat(
                        kit.as(kit.teacher())
                                .get("/messages/new?draft=" + draft)
                                .json()
                                .getBoolean("answers"))
                .isTrue();
    }

    @Test
    void aLetterToThirtyThatIsSentLaterIsAnsweredIfItsAuthorSaidSo() {
        List<KitPerson> guardians = guardians(30);
        Form letter = letter(guardians, "true").with("version", "0");
        String tomorrow = kit.clock().instant().plus(Duration.ofDays(1)).toString();
        letter.with("on", tomorrow.substring(0, 10)).with("at", "20:00");
        assertThat(kit.as(kit.teacher()).post("/messages/later", letter).status()).isEqualTo(200);

        kit.clock().advance(Duration.ofDays(2));
        kit.runJob("send-later");

        assertThat(kit.as(guardians.get(0)).get(Inbox.newest(kit, guardians.get(0))).html())
                .contains("Envoyer la réponse");
    }

    private JsonObject draft() {
        return kit.as(kit.teacher()).get("/messages/new?draft=" + key).json();
    }

    private List<KitPerson> guardians(int so) {
        List<KitPerson> guardians = new ArrayList<>();
        for (int i = 0; i < so; i++) {
            guardians.add(kit.aGuardian().named("Zoé", "Nombreuse" + i).of(kit.pupil()).create());
        }
        return guardians;
    }

    private Form letter(List<KitPerson> to, @Nullable String answers) {
        Form letter = Form.of("subject", "Sortie", "text", "Un mot", "key", key);
        to.forEach(reader -> letter.with("to", "person:" + reader.id()));
        if (answers != null) {
            letter.with("answers", answers);
        }
        return letter;
    }

    private void send(List<KitPerson> to, @Nullable String answers) {
        KitAnswer sent = kit.as(kit.teacher()).post("/messages", letter(to, answers));
        assertThat(sent.status()).as("%s", sent.json()).isEqualTo(200);
        kit.clock().advance(Duration.ofSeconds(11));
    }
}
