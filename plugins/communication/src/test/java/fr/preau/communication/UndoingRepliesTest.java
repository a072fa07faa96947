package fr.preau.communication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.Profile;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Ten seconds to undo a reply, and replies at a time of one's choice. */
@PreauTest
class UndoingRepliesTest {

    private final PreauKit kit;
    private final String key = UUID.randomUUID().toString();

    UndoingRepliesTest(PreauKit kit) {
        this.kit = kit;
    }

    /** A conversation that the guardian may answer. */
    private String conversation() {
        kit.as(kit.teacher())
                .post(
                        "/messages",
                        Form.of(
                                "subject",
                                "Sortie",
                                "text",
                                "Venez !",
                                "to",
                                "person:" + kit.guardian().id()));
        return Inbox.newest(kit, kit.guardian());
    }

    private Form reply(String text) {
        return Form.of("text", text, "key", key, "version", "0", "seen", "1");
    }

    private String html(KitPerson reader, String address) {
        return kit.as(reader).get(address).html();
    }

    @Test
    void nobodyHasAReplyThatCanStillBeUndone() {
        String conversation = conversation();

        KitAnswer sent = kit.as(kit.guardian()).post(conversation + "/replies", reply("Avec joie"));

        assertThat(sent.status()).isEqualTo(200);
        assertThat(html(kit.guardian(), conversation))
                .contains("Avec joie", "Annuler l’envoi", "dans quelques secondes")
                .doesNotContain("Marquer comme lu");
        assertThat(html(kit.teacher(), conversation)).doesNotContain("Avec joie");
        assertThat(html(kit.teacher(), "/messages")).contains("Aucun message reçu");
        assertThat(kit.notices(kit.teacher())).isEmpty();
    }

    @Test
    void whatIsUndoneStandsInTheFormAgainAndIsNeverSent() {
        String conversation = conversation();
        kit.as(kit.guardian()).post(conversation + "/replies", reply("Trop vite"));

        KitAnswer undone =
                kit.as(kit.guardian()).inBrowser().post("/drafts/" + key + "/stop", Form.empty());
        kit.clock().advance(Duration.ofMinutes(5));
        kit.runJob("send-later");

        assertThat(undone.location()).endsWith(conversation);
        JsonObject page = kit.as(kit.guardian()).get(conversation).json();
        assertThat(page.getString("reply")).isEqualTo("Trop vite");
        assertThat(html(kit.teacher(), "/messages")).contains("Aucun message reçu");
    }

    @Test
    void aReplyGoesByItselfAndThenItIsTooLate() {
        String conversation = conversation();
        kit.as(kit.guardian()).post(conversation + "/replies", reply("Avec joie"));

        kit.clock().advance(Duration.ofSeconds(5));
        kit.runJob("send-later");
        assertThat(html(kit.teacher(), "/messages")).contains("Aucun message reçu");
        kit.clock().advance(Duration.ofSeconds(6));
        kit.runJob("send-later");
        kit.runJob("send-later");

        assertThat(html(kit.teacher(), conversation)).containsOnlyOnce("Avec joie");
        assertThat(kit.notices(kit.teacher())).hasSize(1);
        KitAnswer late = kit.as(kit.guardian()).post("/drafts/" + key + "/stop", Form.empty());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem().type()).isEqualTo("letter-is-gone");
    }

    @Test
    void whoDoesNotWantToWaitSendsItAtOnceAndOnlyTheirOwn() {
        String conversation = conversation();
        kit.as(kit.guardian()).post(conversation + "/replies", reply("Avec joie"));
        Form go = Form.of("draft", key);

        assertThat(kit.as(kit.teacher()).post(conversation + "/go", go).status()).isEqualTo(404);
        assertThat(kit.as(kit.guardian()).post(conversation + "/go", go).status()).isEqualTo(200);
        assertThat(kit.as(kit.guardian()).post(conversation + "/go", go).status()).isEqualTo(200);

        assertThat(html(kit.teacher(), conversation)).containsOnlyOnce("Avec joie");
    }

    @Test
    void whatComesInWhileAReplyWaitsStaysUnread() {
        String conversation = conversation();
        answer(kit.guardian(), conversation, "Avec joie", true);
        String waiting = answer(kit.teacher(), conversation, "Parfait", false);
        answer(kit.guardian(), conversation, "À quelle heure ?", true);
        assertThat(kit.notices(kit.teacher())).anyMatch(notice -> !notice.seen());

        kit.as(kit.teacher()).post(conversation + "/go", Form.of("draft", waiting));

        assertThat(html(kit.guardian(), conversation)).contains("Parfait");
        assertThat(kit.notices(kit.teacher())).anyMatch(notice -> !notice.seen());
        assertThat(html(kit.teacher(), "/messages")).contains("Non lu");
    }

    /** Writes a reply, from the page as it is now. */
    private String answer(KitPerson author, String conversation, String text, boolean atOnce) {
        String draft = UUID.randomUUID().toString();
        kit.as(author)
                .post(
                        conversation + "/replies",
                        Form.of("text", text, "key", draft, "version", "0", "seen", "1"));
        if (atOnce) {
            kit.as(author).post(conversation + "/go", Form.of("draft", draft));
        }
        return draft;
    }

    @Test
    void aReplyPostedTwiceIsSentOnceAndAlsoAfterItHasGone() {
        String conversation = conversation();
        for (int i = 0; i < 2; i++) {
            kit.as(kit.guardian()).post(conversation + "/replies", reply("Avec joie"));
        }
        kit.clock().advance(Duration.ofSeconds(11));
        kit.runJob("send-later");

        KitAnswer again =
                kit.as(kit.guardian()).post(conversation + "/replies", reply("Avec joie"));
        kit.clock().advance(Duration.ofSeconds(11));
        kit.runJob("send-later");

        assertThat(again.status()).isEqualTo(200);
        assertThat(html(kit.teacher(), conversation)).containsOnlyOnce("Avec joie");
    }

    @Test
    void whatIsClosedMeanwhileIsNotSentAndItsAuthorSeesIt() {
        String conversation = conversation();
        kit.as(kit.guardian()).post(conversation + "/replies", reply("Avec joie"));
        kit.closeWriting("Alerte", Profile.GUARDIAN);

        kit.clock().advance(Duration.ofSeconds(11));
        kit.runJob("send-later");
        kit.openWriting();
        kit.runJob("send-later");

        assertThat(html(kit.teacher(), "/messages")).contains("Aucun message reçu");
        assertThat(html(kit.guardian(), "/drafts")).contains("Avec joie", "N’est pas parti");
    }

    @Test
    void aReplyIsSentAtAnHourOfOnesChoice() {
        String conversation = conversation();
        String tomorrow = kit.clock().instant().plus(Duration.ofDays(1)).toString();
        Form later = reply("À demain").with("on", tomorrow.substring(0, 10)).with("at", "20:00");

        assertThat(kit.as(kit.guardian()).post(conversation + "/later", later).status())
                .isEqualTo(200);
        assertThat(html(kit.guardian(), conversation)).contains("Cette réponse partira");
        kit.clock().advance(Duration.ofMinutes(2));
        kit.runJob("send-later");
        assertThat(html(kit.teacher(), conversation)).doesNotContain("À demain");
        kit.clock().advance(Duration.ofDays(2));
        kit.runJob("send-later");

        assertThat(html(kit.teacher(), conversation)).contains("À demain");
    }

    @Test
    void anHourThatIsNoneIsSaidAndNothingTypedIsLost() {
        String conversation = conversation();
        Form later = reply("À demain").with("on", "2020-01-01").with("at", "20:00");

        KitAnswer wrong = kit.as(kit.guardian()).post(conversation + "/later", later);

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.violations()).containsKey("on");
        assertThat(html(kit.guardian(), conversation)).contains("À demain");
    }

    @Test
    void whoHasLeftGetsNoReplyThatWaited() {
        String conversation = conversation();
        kit.as(kit.guardian()).post(conversation + "/replies", reply("Avec joie"));
        kit.college().leaves(kit.teacher());

        kit.clock().advance(Duration.ofSeconds(11));
        kit.runJob("send-later");

        assertThat(html(kit.guardian(), "/drafts")).contains("Avec joie");
    }
}
