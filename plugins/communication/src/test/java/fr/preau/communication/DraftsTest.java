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
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is kept of a form while somebody fills it in. */
@PreauTest
class DraftsTest {

    private final PreauKit kit;
    private final String key = UUID.randomUUID().toString();

    DraftsTest(PreauKit kit) {
        this.kit = kit;
    }

    @Test
    void whatIsTypedIsKeptWithItsRecipientsAndFoundAgain() {
        save(kit.guardian(), key, 0, "Réunion à Sèvres", "Je voudrais", kit.teacher());

        JsonObject line = drafts(kit.guardian()).get(0);
        assertThat(line.getString("subject")).isEqualTo("Réunion à Sèvres");
        assertThat(line.getString("beginning")).isEqualTo("Je voudrais");
        assertThat(line.getInt("to")).isEqualTo(1);
        KitAnswer form = kit.as(kit.guardian()).get(line.getString("address"));
        assertThat(form.json().getString("text")).isEqualTo("Je voudrais");
        assertThat(form.json().getString("key")).isEqualTo(key);
        assertThat(form.html())
                .contains("value=\"person:" + kit.teacher().id() + "\" checked")
                .contains("Brouillon enregistré");
    }

    @Test
    void theSavesOfOneFormMakeOneDraft() {
        int first = save(kit.guardian(), key, 0, "Objet", "Je", kit.teacher());
        int second = save(kit.guardian(), key, first, "Objet", "Je voudrais", kit.teacher());
        save(kit.guardian(), key, second, "Objet", "Je voudrais", kit.teacher());

        assertThat(drafts(kit.guardian()))
                .extracting(line -> line.getString("beginning"))
                .containsExactly("Je voudrais");
    }

    @Test
    void theLaterOfTwoWindowsIsToldAndDestroysNothing() {
        int opened = save(kit.guardian(), key, 0, "Objet", "Commun", kit.teacher());
        save(kit.guardian(), key, opened, "Objet", "De la première fenêtre", kit.teacher());

        KitAnswer later =
                kit.as(kit.guardian())
                        .inBrowser()
                        .post("/drafts", form(key, opened, "Objet", "De la seconde"));

        assertThat(later.html())
                .contains("Ce brouillon a changé dans une autre fenêtre", "/drafts/apart");
        assertThat(drafts(kit.guardian()))
                .extracting(line -> line.getString("beginning"))
                .containsExactly("De la première fenêtre");
    }

    @Test
    void whatTheLaterWindowHoldsIsKeptApartByAPress() {
        int opened = save(kit.guardian(), key, 0, "Objet", "Première", kit.teacher());

        KitAnswer apart =
                kit.as(kit.guardian())
                        .inBrowser()
                        .post("/drafts/apart", form(key, opened, "Objet", "Seconde"));

        assertThat(apart.status()).isEqualTo(303);
        assertThat(drafts(kit.guardian()))
                .extracting(line -> line.getString("beginning"))
                .containsExactlyInAnyOrder("Première", "Seconde");
    }

    @Test
    void aSaveByHandThatIsRefusedShowsWhatWasTyped() {
        int opened = save(kit.guardian(), key, 0, "Objet", "Commun", kit.teacher());
        save(kit.guardian(), key, opened, "Objet", "Première", kit.teacher());

        KitAnswer refused =
                kit.as(kit.guardian())
                        .inBrowser()
                        .post("/messages/draft", form(key, opened, "Objet", "Seconde <b>"));

        assertThat(refused.html())
                .contains("Seconde &lt;b&gt;</textarea>")
                .contains("Garder ce texte comme nouveau brouillon");
    }

    @Test
    void theSameWordsFromAnEarlierStateAreNoQuarrel() {
        save(kit.guardian(), key, 0, "Objet", "Commun", kit.teacher());

        // The answer to the first save was lost on the way.
        assertThat(kindOf(post(kit.guardian(), key, 0, "Objet", "Commun", kit.teacher())))
                .isEqualTo("KEPT");
    }

    @Test
    void theButtonKeepsItWithoutAScriptAndLeadsBackToTheForm() {
        KitAnswer kept =
                kit.as(kit.guardian())
                        .inBrowser()
                        .post("/messages/draft", form(key, 0, "Objet", "Un mot"));

        assertThat(kept.status()).isEqualTo(303);
        assertThat(kept.location()).endsWith("/messages/new?draft=" + key);
    }

    @Test
    void aFormInWhichNothingStandsKeepsNothing() {
        assertThat(kindOf(kit.as(kit.guardian()).post("/drafts", form(key, 0, " ", "  "))))
                .isEqualTo("NEW");
        assertThat(drafts(kit.guardian())).isEmpty();
        assertThat(kit.as(kit.guardian()).get("/drafts").html()).contains("Aucun brouillon");
    }

    @Test
    void aTextBeyondAllMeasureIsToldAndNotCut() {
        String text = "e".repeat(200_001);

        assertThat(kindOf(kit.as(kit.guardian()).post("/drafts", form(key, 0, "Objet", text))))
                .isEqualTo("TOO_MUCH");
        assertThat(drafts(kit.guardian())).isEmpty();
    }

    @Test
    void aLetterThatCanNotBeSentYetIsADraft() {
        Form letter = form(key, 0, "", "Sans objet").with("to", "person:" + kit.teacher().id());

        assertThat(kit.as(kit.guardian()).post("/messages", letter).status()).isEqualTo(422);

        assertThat(drafts(kit.guardian()))
                .extracting(line -> line.getString("beginning"))
                .containsExactly("Sans objet");
    }

    @Test
    void sendingEndsTheDraftAndALateSaveBringsNothingBack() {
        int kept = save(kit.guardian(), key, 0, "Objet", "Bonjour", kit.teacher());
        send(kit.guardian(), key, kept, "Objet", "Bonjour", kit.teacher());

        assertThat(drafts(kit.guardian())).isEmpty();
        assertThat(kindOf(post(kit.guardian(), key, kept, "Objet", "Bonjour !", kit.teacher())))
                .isEqualTo("SENT");
        assertThat(drafts(kit.guardian())).isEmpty();
    }

    @Test
    void whatAnotherWindowHasKeptStaysWhenThisOneIsSent() {
        int opened = save(kit.guardian(), key, 0, "Objet", "Commun", kit.teacher());
        save(kit.guardian(), key, opened, "Objet", "De l’autre fenêtre", kit.teacher());

        send(kit.guardian(), key, opened, "Objet", "Commun", kit.teacher());

        assertThat(drafts(kit.guardian()))
                .extracting(line -> line.getString("beginning"))
                .containsExactly("De l’autre fenêtre");
    }

    @Test
    void aReplyThatWasBegunIsThereWhenTheConversationIsOpenedAgain() {
        send(kit.teacher(), key, 0, "Sortie", "Venez !", kit.guardian());
        JsonObject received =
                kit.as(kit.guardian())
                        .get("/messages")
                        .json()
                        .getJsonObject("conversations")
                        .getJsonArray("items")
                        .getJsonObject(0);
        String address = "/messages/" + received.getString("conversation");
        String reply = kit.as(kit.guardian()).get(address).json().getString("key");
        Form begun =
                form(reply, 0, "Sortie", "Je serai")
                        .with("about", received.getString("conversation"));
        kit.as(kit.guardian()).post("/drafts", begun);

        JsonObject opened = kit.as(kit.guardian()).get(address).json();
        assertThat(opened.getString("reply")).isEqualTo("Je serai");
        assertThat(opened.getString("key")).isEqualTo(reply);
        assertThat(drafts(kit.guardian()).get(0).getString("address")).isEqualTo(address);

        kit.as(kit.guardian())
                .post(
                        address + "/replies",
                        Form.of("text", "Je serai là", "key", reply, "version", "1", "seen", "1"));
        kit.clock().advance(Duration.ofSeconds(11));
        kit.runJob("send-later");
        assertThat(drafts(kit.guardian())).isEmpty();
    }

    @Test
    void aDraftIsItsAuthorsAloneByAnyRoad() {
        save(kit.guardian(), key, 0, "Objet", "Secret", kit.teacher());

        for (KitPerson other :
                List.of(kit.guardianOfTwo(), kit.teacher(), kit.otherCollege().guardian())) {
            assertThat(drafts(other)).isEmpty();
            assertThat(kit.as(other).get("/messages/new?draft=" + key).status()).isEqualTo(404);
            assertThat(kit.as(other).post("/drafts/" + key + "/delete", Form.empty()).status())
                    .isEqualTo(404);
        }
        assertThat(post(kit.teacher(), key, 1, "Objet", "À moi", kit.guardian()).status())
                .isEqualTo(404);
        assertThat(drafts(kit.guardian()).get(0).getString("beginning")).isEqualTo("Secret");
    }

    @Test
    void whatIsDeletedIsGone() {
        save(kit.guardian(), key, 0, "Objet", "Un mot", kit.teacher());

        kit.as(kit.guardian()).post("/drafts/" + key + "/delete", Form.empty());

        assertThat(drafts(kit.guardian())).isEmpty();
    }

    @Test
    void manyDraftsArePagedAndTakeNoMoreStatementsThanOne() {
        save(kit.guardian(), key, 0, "Mot 0", "Un mot", kit.teacher());
        int one = kit.as(kit.guardian()).get("/drafts").statements();
        for (int i = 1; i <= 40; i++) {
            save(kit.guardian(), UUID.randomUUID().toString(), 0, "Mot " + i, "m", kit.teacher());
        }

        KitAnswer first = kit.as(kit.guardian()).get("/drafts");
        assertThat(first.statements()).isEqualTo(one);
        assertThat(drafts(kit.guardian())).hasSize(20);
        assertThat(kit.as(kit.guardian()).get("/drafts?page=3").html()).contains("Mot 0");
    }

    @Test
    void whatNobodyTouchesForAYearIsForgotten() {
        save(kit.guardian(), key, 0, "Objet", "Un mot", kit.teacher());
        kit.clock().advance(Duration.ofDays(364));
        kit.runJob("forget-drafts");
        assertThat(drafts(kit.guardian())).hasSize(1);

        kit.clock().advance(Duration.ofDays(2));
        kit.runJob("forget-drafts");

        assertThat(drafts(kit.guardian())).isEmpty();
    }

    @Test
    void draftsAreHandedToTheirAuthorAndErased() {
        save(kit.guardian(), key, 0, "Objet", "Un mot", kit.teacher());

        assertThat(kit.personalData().export(kit.guardian()).toString())
                .contains("Brouillon", "Un mot");
        assertThat(kit.personalData().erase(kit.guardian()).orElseThrow().erased()).isEqualTo(1);
        assertThat(drafts(kit.guardian())).isEmpty();
    }

    private int save(
            KitPerson who, String form, int version, String subject, String text, KitPerson to) {
        KitAnswer kept = post(who, form, version, subject, text, to);
        assertThat(kindOf(kept)).isEqualTo("KEPT");
        return kept.json().getJsonObject("state").getInt("version");
    }

    private KitAnswer post(
            KitPerson who, String form, int version, String subject, String text, KitPerson to) {
        return kit.as(who)
                .post(
                        "/drafts",
                        form(form, version, subject, text).with("to", "person:" + to.id()));
    }

    private void send(
            KitPerson who, String form, int version, String subject, String text, KitPerson to) {
        KitAnswer sent =
                kit.as(who)
                        .post(
                                "/messages",
                                form(form, version, subject, text).with("to", "person:" + to.id()));
        assertThat(sent.status()).as("%s", sent.json()).isEqualTo(200);
        kit.clock().advance(Duration.ofSeconds(11));
    }

    private static Form form(String form, int version, String subject, String text) {
        return Form.of("key", form, "version", version + "", "subject", subject, "text", text);
    }

    private static String kindOf(KitAnswer answer) {
        return answer.json().getJsonObject("state").getString("kind");
    }

    private List<JsonObject> drafts(KitPerson who) {
        return kit.as(who)
                .get("/drafts")
                .json()
                .getJsonObject("drafts")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }
}
