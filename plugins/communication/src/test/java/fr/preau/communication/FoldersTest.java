package fr.preau.communication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where people put their conversations, and how they find them again. */
@PreauTest
class FoldersTest {

    private final PreauKit kit;

    FoldersTest(PreauKit kit) {
        this.kit = kit;
    }

    @Test
    void whatIsArchivedLeavesTheInboxAndComesBackWithAnAnswer() {
        write(kit.teacher(), "Sortie", "Un mot", kit.guardian());
        String conversation = only(kit.guardian(), "/messages");

        act(kit.guardian(), "ARCHIVE", conversation);

        assertThat(list(kit.guardian(), "/messages")).isEmpty();
        assertThat(only(kit.guardian(), "/messages?in=archive")).isEqualTo(conversation);
        reply(kit.teacher(), conversation, "Encore un mot");
        assertThat(only(kit.guardian(), "/messages")).isEqualTo(conversation);
        assertThat(list(kit.guardian(), "/messages?in=archive")).isEmpty();
    }

    @Test
    void aFolderIsMadeFilledAndDeletedAndNothingIsLost() {
        write(kit.teacher(), "Sortie", "Un mot", kit.guardian());
        String conversation = only(kit.guardian(), "/messages");
        String folder = make(kit.guardian(), "Voyage à Sèvres");

        kit.as(kit.guardian())
                .post("/chosen/FOLDER", Form.of("chosen", conversation, "folder", folder));

        assertThat(list(kit.guardian(), "/messages")).isEmpty();
        assertThat(only(kit.guardian(), "/messages?in=" + folder)).isEqualTo(conversation);
        assertThat(kit.as(kit.guardian()).get("/messages?in=" + folder).html())
                .contains("<h1>Voyage à Sèvres</h1>");
        kit.as(kit.guardian()).post("/folders/" + folder + "/delete", Form.empty());
        assertThat(only(kit.guardian(), "/messages")).isEqualTo(conversation);
    }

    @Test
    void aFolderIsItsOwnersAlone() {
        write(kit.teacher(), "Sortie", "Un mot", kit.guardian());
        String conversation = only(kit.guardian(), "/messages");
        String folder = make(kit.guardian(), "Privé");

        for (KitPerson other : List.of(kit.teacher(), kit.otherCollege().guardian())) {
            assertThat(kit.as(other).get("/messages?in=" + folder).status()).isEqualTo(404);
            assertThat(kit.as(other).post("/folders/" + folder + "/delete", Form.empty()).status())
                    .isEqualTo(404);
            assertThat(
                            kit.as(other)
                                    .post(
                                            "/chosen/FOLDER",
                                            Form.of("chosen", conversation, "folder", folder))
                                    .status())
                    .isEqualTo(404);
        }
        assertThat(
                        kit.as(kit.guardianOfTwo())
                                .post("/chosen/BIN", Form.of("chosen", conversation))
                                .json()
                                .getInt("conversations"))
                .isZero();
        assertThat(only(kit.guardian(), "/messages")).isEqualTo(conversation);
    }

    @Test
    void aNameThatIsNoneOrTakenIsRefused() {
        make(kit.guardian(), "Été");

        for (String name : List.of("", "  ", "e".repeat(41), "ete")) {
            KitAnswer refused =
                    kit.as(kit.guardian()).inBrowser().post("/folders", Form.of("name", name));
            assertThat(refused.status()).as(name).isEqualTo(422);
        }
        make(kit.teacher(), "Été");
    }

    @Test
    void aFolderGetsAnotherNameAndKeepsWhatLiesInIt() {
        write(kit.teacher(), "Sortie", "Un mot", kit.guardian());
        String conversation = only(kit.guardian(), "/messages");
        String folder = make(kit.guardian(), "Voyage à Sèvres");
        kit.as(kit.guardian())
                .post("/chosen/FOLDER", Form.of("chosen", conversation, "folder", folder));
        KitAnswer form = kit.as(kit.guardian()).get("/folders/" + folder + "/name");
        assertThat(form.html()).contains("Renommer «\u00a0Voyage à Sèvres\u00a0»");
        assertThat(form.statements()).isLessThanOrEqualTo(2);

        KitAnswer renamed = rename(kit.guardian(), folder, "  Été à  Œdenberg\u200b ");

        assertThat(renamed.location()).endsWith("/folders");
        assertThat(kit.as(kit.guardian()).get("/folders").html()).contains("Été à Œdenberg");
        assertThat(kit.as(kit.guardian()).get("/messages?in=" + folder).html())
                .contains("<h1>Été à Œdenberg</h1>");
        assertThat(only(kit.guardian(), "/messages?in=" + folder)).isEqualTo(conversation);
    }

    @Test
    void aFolderKeepsItsOwnNameWithOtherAccentsAndItsFormMayBeSentTwice() {
        String folder = make(kit.guardian(), "Ete");

        for (int i = 0; i < 2; i++) {
            assertThat(rename(kit.guardian(), folder, "Été").location()).endsWith("/folders");
        }

        assertThat(kit.as(kit.guardian()).get("/folders").html()).contains("Été");
    }

    @Test
    void aNewNameThatIsNoneOrTakenIsRefusedAndShownAgain() {
        make(kit.guardian(), "Été");
        String folder = make(kit.guardian(), "Zoo");

        for (String name : List.of("", "  ", "\u200b", "e".repeat(41), "ete", "ÉTÉ")) {
            assertThat(rename(kit.guardian(), folder, name).status()).as(name).isEqualTo(422);
        }

        KitAnswer refused = rename(kit.guardian(), folder, "ete");
        assertThat(refused.html())
                .contains("Vous avez déjà un dossier «\u00a0ete\u00a0».", "value=\"ete\"");
        assertThat(kit.as(kit.guardian()).get("/folders").html()).contains("Zoo");
    }

    @Test
    void aFolderIsRenamedByItsOwnerAlone() {
        String folder = make(kit.guardian(), "Privé");

        for (KitPerson other : List.of(kit.teacher(), kit.otherCollege().guardian())) {
            String address = "/folders/" + folder + "/name";
            assertThat(kit.as(other).get(address).status()).isEqualTo(404);
            assertThat(kit.as(other).post(address, Form.of("name", "À moi")).status())
                    .isEqualTo(404);
        }

        assertThat(kit.as(kit.guardian()).get("/folders").html()).contains("Privé");
    }

    @Test
    void severalAreMarkedAtOnce() {
        for (String subject : List.of("Un", "Deux", "Trois")) {
            write(kit.teacher(), subject, "Un mot", kit.guardian());
        }
        Form ticked = Form.empty();
        list(kit.guardian(), "/messages")
                .forEach(line -> ticked.with("chosen", line.getString("conversation")));
        assertThat(unread()).isEqualTo(3);

        KitAnswer read = kit.as(kit.guardian()).inBrowser().post("/chosen/READ", ticked);
        assertThat(read.location()).endsWith("/messages");
        assertThat(unread()).isZero();
        kit.as(kit.guardian()).post("/chosen/UNREAD", ticked);
        assertThat(unread()).isEqualTo(3);
        kit.as(kit.guardian()).post("/chosen/BIN", ticked);
        assertThat(unread()).isZero();
    }

    @Test
    void nothingTickedChangesNothing() {
        write(kit.teacher(), "Sortie", "Un mot", kit.guardian());

        assertThat(
                        kit.as(kit.guardian())
                                .post("/chosen/BIN", Form.empty())
                                .json()
                                .getInt("conversations"))
                .isZero();
        assertThat(list(kit.guardian(), "/messages")).hasSize(1);
    }

    @Test
    void theBinKeepsForThirtyDaysAndThenItIsGoneForItsOwnerOnly() {
        write(kit.teacher(), "Sortie", "Un mot", kit.guardian());
        String conversation = only(kit.guardian(), "/messages");
        act(kit.guardian(), "BIN", conversation);
        kit.clock().advance(Duration.ofDays(29));
        kit.runJob("empty-bins");
        assertThat(only(kit.guardian(), "/messages?in=bin")).isEqualTo(conversation);

        kit.clock().advance(Duration.ofDays(2));
        kit.runJob("empty-bins");

        assertThat(list(kit.guardian(), "/messages?in=bin")).isEmpty();
        assertThat(kit.as(kit.guardian()).get("/messages/" + conversation).status()).isEqualTo(404);
        assertThat(kit.personalData().export(kit.guardian()).toString()).doesNotContain("Sortie");
        assertThat(kit.as(kit.teacher()).get("/messages/" + conversation).html())
                .contains("Un mot");
    }

    @Test
    void whatIsTakenOutOfTheBinStays() {
        write(kit.teacher(), "Sortie", "Un mot", kit.guardian());
        String conversation = only(kit.guardian(), "/messages");
        act(kit.guardian(), "BIN", conversation);
        act(kit.guardian(), "INBOX", conversation);
        kit.clock().advance(Duration.ofDays(40));

        kit.runJob("empty-bins");

        assertThat(only(kit.guardian(), "/messages")).isEqualTo(conversation);
    }

    @Test
    void anAnswerBringsBackWhatWasGone() {
        write(kit.teacher(), "Sortie", "Un mot", kit.guardian());
        String conversation = only(kit.guardian(), "/messages");
        act(kit.guardian(), "BIN", conversation);
        kit.clock().advance(Duration.ofDays(31));
        kit.runJob("empty-bins");

        reply(kit.teacher(), conversation, "Et alors ?");

        assertThat(only(kit.guardian(), "/messages")).isEqualTo(conversation);
    }

    @Test
    void whatBothHaveThrownAwayEnds() {
        write(kit.teacher(), "Sortie", "Un mot", kit.guardian());
        String conversation = only(kit.guardian(), "/messages");
        reply(kit.guardian(), conversation, "Merci");
        act(kit.guardian(), "BIN", conversation);
        act(kit.teacher(), "BIN", conversation);
        kit.clock().advance(Duration.ofDays(31));
        kit.runJob("empty-bins");
        assertThat(kit.as(kit.teacher()).get("/messages/" + conversation).status()).isEqualTo(404);
        assertThat(kit.personalData().export(kit.teacher()).toString())
                .as("hidden for the law’s sake, and still there")
                .contains("Sortie");
        kit.clock().advance(Duration.ofDays(335));

        kit.runJob("empty-bins");

        assertThat(kit.personalData().export(kit.teacher()).toString()).doesNotContain("Sortie");
    }

    @Test
    void whoThrewAwayAndIsErasedIsCountedOnce() {
        write(kit.teacher(), "Sortie", "Un mot", kit.guardian());
        String conversation = only(kit.guardian(), "/messages");
        act(kit.guardian(), "BIN", conversation);
        kit.clock().advance(Duration.ofDays(31));
        kit.runJob("empty-bins");

        kit.personalData().erase(kit.guardian());

        assertThat(kit.as(kit.teacher()).get("/messages/" + conversation).html())
                .contains("Un mot");
    }

    @Test
    void allMyMailIsSearchedInSubjectTextAnswersAndNames() {
        write(kit.teacher(), "Sortie", "Nous irons à la piscine.", kit.guardian());
        reply(kit.guardian(), only(kit.guardian(), "/messages"), "Voici l’œuvre d’Élodie.");
        write(kit.guardian(), "Cantine", "Une question", kit.teacher());

        for (String found : List.of("piscine", "PISC", "oeuvre elo", "sortie irons", "Faure")) {
            assertThat(searched(kit.guardian(), found, "received")).as(found).isEqualTo(1);
        }
        assertThat(searched(kit.guardian(), "question", "sent")).isEqualTo(1);
        for (String not : List.of("scine", "piscine cantine", "%", "' OR 1=1 --")) {
            assertThat(searched(kit.guardian(), not, "received")).as(not).isZero();
        }
        assertThat(searched(kit.guardianOfTwo(), "piscine", "received")).isZero();
        assertThat(searched(kit.otherCollege().guardian(), "piscine", "received")).isZero();
    }

    @Test
    void whatIsInTheBinIsNotFound() {
        write(kit.teacher(), "Sortie", "Piscine", kit.guardian());
        act(kit.guardian(), "BIN", only(kit.guardian(), "/messages"));

        assertThat(searched(kit.guardian(), "piscine", "received")).isZero();
    }

    private int searched(KitPerson who, String q, String list) {
        String address = "/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
        return kit.as(who).get(address).json().getJsonArray(list).size();
    }

    private void act(KitPerson who, String act, String conversation) {
        KitAnswer done = kit.as(who).post("/chosen/" + act, Form.of("chosen", conversation));
        assertThat(done.json().getInt("conversations")).isEqualTo(1);
    }

    private String make(KitPerson who, String name) {
        KitAnswer made = kit.as(who).post("/folders", Form.of("name", name));
        assertThat(made.status()).as("%s", made.json()).isEqualTo(200);
        return made.json().getJsonArray("folders").getValuesAs(JsonObject.class).stream()
                .filter(line -> line.getString("name").equals(name))
                .findFirst()
                .orElseThrow()
                .getString("folder");
    }

    private KitAnswer rename(KitPerson who, String folder, String name) {
        return kit.as(who).inBrowser().post("/folders/" + folder + "/name", Form.of("name", name));
    }

    private int unread() {
        return kit.as(kit.guardian())
                .card("unread")
                .json()
                .getJsonObject("slot")
                .getJsonObject("page")
                .getInt("unread");
    }

    private void write(KitPerson from, String subject, String text, KitPerson to) {
        KitAnswer sent =
                kit.as(from)
                        .post(
                                "/messages",
                                Form.of("subject", subject, "text", text)
                                        .with("key", UUID.randomUUID().toString())
                                        .with("to", "person:" + to.id()));
        assertThat(sent.status()).as("%s", sent.json()).isEqualTo(200);
        kit.clock().advance(Duration.ofSeconds(11));
    }

    private void reply(KitPerson from, String conversation, String text) {
        KitAnswer sent =
                kit.as(from)
                        .post(
                                "/messages/" + conversation + "/replies",
                                Form.of("text", text, "seen", "9"));
        assertThat(sent.status()).as("%s", sent.json()).isEqualTo(200);
    }

    private String only(KitPerson who, String address) {
        List<JsonObject> lines = list(who, address);
        assertThat(lines).hasSize(1);
        return lines.get(0).getString("conversation");
    }

    private List<JsonObject> list(KitPerson who, String address) {
        return kit.as(who)
                .get(address)
                .json()
                .getJsonObject("conversations")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }
}
