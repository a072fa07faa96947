package fr.preau.communication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A letter that is on its way, taken back, or sent at a time of one's choice. */
@PreauTest
class SendingTest {

    /** A Tuesday in winter, nine o'clock in Paris. */
    private static final Instant NINE = Instant.parse("2026-12-01T08:00:00Z");

    private final PreauKit kit;
    private final String key = UUID.randomUUID().toString();

    SendingTest(PreauKit kit) {
        this.kit = kit;
    }

    @BeforeEach
    void itIsNine() {
        kit.clock().set(NINE);
    }

    @Test
    void forTenSecondsNobodyButItsAuthorSeesALetter() {
        String letter = send(kit.guardian(), kit.guardianOfTwo());
        assertThat(kit.as(kit.teacher()).get(letter).html())
                .contains("En cours d’envoi", "Annuler l’envoi");
        seconds(9);
        assertThat(received(kit.guardian())).isEmpty();
        assertThat(kit.as(kit.guardian()).card("unread").json().toString())
                .doesNotContain("Sortie");

        seconds(1);

        assertThat(received(kit.guardian())).hasSize(1);
        assertThat(kit.as(kit.teacher()).get(letter).html()).doesNotContain("Annuler l’envoi");
    }

    @Test
    void aRecipientWhoGuessesTheAddressSeesNothingBeforeTheTime() {
        String conversation = send(kit.guardian());

        assertThat(kit.as(kit.teacher()).get(conversation).html()).contains("En cours d’envoi");
        assertThat(kit.as(kit.guardian()).get(conversation).status()).isEqualTo(404);
        for (String road : List.of("/read", "/replies")) {
            KitAnswer refused =
                    kit.as(kit.guardian())
                            .post(conversation + road, Form.of("text", "Oui", "seen", "1"));
            assertThat(refused.status()).as(road).isEqualTo(404);
        }
    }

    @Test
    void aLetterThatIsTakenBackIsADraftAgainAndWasNeverThere() {
        String letter = sendToTwo();
        seconds(5);

        KitAnswer back = undo(kit.teacher(), letter);

        assertThat(back.status()).as("%s", back.json()).isEqualTo(200);
        JsonObject form = draft(back.json().getString("draft"));
        assertThat(form.getString("subject")).isEqualTo("Sortie");
        assertThat(form.getInt("people")).isEqualTo(2);
        seconds(60);
        assertThat(received(kit.guardian())).isEmpty();
        assertThat(kit.as(kit.teacher()).get(letter).status()).isEqualTo(404);
        assertThat(kit.personalData().export(kit.guardian()).toString()).doesNotContain("Sortie");
    }

    @Test
    void aFileComesBackWithItsLetter() {
        Form form =
                letter(kit.guardian(), kit.guardianOfTwo())
                        .withFile(
                                "files",
                                "mot.txt",
                                "text/plain",
                                "Bonjour".getBytes(StandardCharsets.UTF_8));
        String letter = location(kit.as(kit.teacher()).post("/messages", form));

        String back = undo(kit.teacher(), letter).json().getString("draft");

        assertThat(draft(back).getJsonArray("files")).hasSize(1);
    }

    @Test
    void theFormOfALetterThatWasTakenBackMayBeSentAgain() {
        undo(kit.teacher(), sendToTwo());

        sendToTwo();
        seconds(10);

        assertThat(received(kit.guardian())).hasSize(1);
    }

    @Test
    void afterTenSecondsItIsTooLate() {
        String letter = sendToTwo();
        seconds(10);

        assertThat(undo(kit.teacher(), letter).problem().type()).isEqualTo("letter-is-gone");
        assertThat(received(kit.guardian())).hasSize(1);
    }

    @Test
    void onlyItsAuthorTakesALetterBack() {
        String letter = sendToTwo();

        assertThat(undo(kit.guardian(), letter).status()).isEqualTo(404);
        assertThat(undo(kit.otherCollege().teacher(), letter).status()).isEqualTo(404);
        seconds(10);
        assertThat(received(kit.guardian())).hasSize(1);
    }

    @Test
    void theWordsOfWhatWasSentDoNotStayInItsDraft() {
        sendToTwo();
        seconds(120);
        kit.runJob("send-later");

        assertThat(words()).isZero();
    }

    @Test
    void aProgramThatNamesNoFormSendsAtOnce() {
        Form form = Form.of("subject", "Sortie", "text", "Un mot");
        kit.as(kit.teacher()).post("/messages", form.with("to", "person:" + kit.guardian().id()));

        assertThat(received(kit.guardian())).hasSize(1);
    }

    @Test
    void aLetterGoesAtItsTimeInParisAndOnce() {
        later("2026-12-02", "07:30", kit.guardian());
        assertThat(kit.as(kit.teacher()).get("/drafts").html()).contains("Partira");
        kit.clock().set(Instant.parse("2026-12-02T06:29:59Z"));
        kit.runJob("send-later");
        assertThat(received(kit.guardian())).isEmpty();

        kit.clock().set(Instant.parse("2026-12-02T06:30:00Z"));
        kit.runJob("send-later");
        kit.runJob("send-later");

        assertThat(received(kit.guardian())).hasSize(1);
        assertThat(drafts()).isEmpty();
    }

    @Test
    void whatWaitsIsNotChangedByAnotherWindow() {
        later("2026-12-02", "07:30", kit.guardian());

        KitAnswer late = kit.as(kit.teacher()).post("/drafts", letter().with("version", "1"));

        assertThat(late.json().getJsonObject("state").getString("kind")).isEqualTo("WAITS");
    }

    @Test
    void whoStopsItWritesOn() {
        later("2026-12-02", "07:30", kit.guardian());
        assertThat(kit.as(kit.teacher()).get("/messages/new?draft=" + key).html())
                .contains("Ce message partira", "Ne plus l’envoyer");
        assertThat(kit.as(kit.guardian()).post("/drafts/" + key + "/stop", Form.empty()).status())
                .isEqualTo(404);

        kit.as(kit.teacher()).post("/drafts/" + key + "/stop", Form.empty());
        kit.clock().set(Instant.parse("2026-12-03T06:30:00Z"));
        kit.runJob("send-later");

        assertThat(received(kit.guardian())).isEmpty();
        assertThat(drafts()).hasSize(1);
    }

    @Test
    void whoMayNotBeWrittenToAnyMoreIsNotAndTheAuthorIsTold() {
        KitPerson leaving = kit.aGuardian().named("Zoé", "Roux").of(kit.pupil()).create();
        later("2026-12-02", "07:30", leaving, kit.guardian());
        change(
                "UPDATE preau_c_0921244c.guardianship SET valid_until = '2026-12-01'"
                        + " WHERE adult_id = '"
                        + leaving.id()
                        + "'");
        kit.clock().set(Instant.parse("2026-12-02T06:30:00Z"));

        kit.runJob("send-later");

        assertThat(received(kit.guardian())).isEmpty();
        assertThat(kit.as(kit.teacher()).get("/drafts").html()).contains("N’est pas parti");
        assertThat(kit.notices(kit.teacher()))
                .singleElement()
                .satisfies(
                        notice -> {
                            assertThat(notice.title()).contains("n’est pas parti");
                            assertThat(notice.path()).isEqualTo("/drafts");
                        });
    }

    @Test
    void aTimeThatIsNoneOrLiesBehindIsRefusedAndNothingIsLost() {
        for (String[] time :
                new String[][] {
                    {"2026-12-01", "08:59"},
                    {"2028-01-01", "08:00"},
                    {"2026-12-02", "25:00"},
                    {"2026-12-02", ""},
                    {"", "08:00"}
                }) {
            KitAnswer answer =
                    kit.as(kit.teacher())
                            .inBrowser()
                            .post(
                                    "/messages/later",
                                    letter(kit.guardian())
                                            .with("version", "0")
                                            .with("on", time[0])
                                            .with("at", time[1]));
            assertThat(answer.status()).as(time[0] + time[1]).isEqualTo(422);
            assertThat(answer.html()).contains("Choisissez un jour", "Un mot</textarea>");
        }
    }

    @Test
    void aPupilSendsAtOnce() {
        assertThat(kit.as(kit.pupil()).get("/messages/new").html())
                .doesNotContain("Envoyer plus tard");
        assertThat(kit.as(kit.pupil()).post("/messages/later", Form.empty()).status())
                .isEqualTo(403);
    }

    private void later(String on, String at, KitPerson... to) {
        KitAnswer kept =
                kit.as(kit.teacher())
                        .post(
                                "/messages/later",
                                letter(to).with("version", "0").with("on", on).with("at", at));
        assertThat(kept.status()).as("%s", kept.json()).isEqualTo(200);
    }

    private String sendToTwo() {
        return send(kit.guardian(), kit.guardianOfTwo());
    }

    private String send(KitPerson... to) {
        return location(kit.as(kit.teacher()).post("/messages", letter(to)));
    }

    private static String location(KitAnswer sent) {
        assertThat(sent.status()).as("%s", sent.json()).isEqualTo(200);
        return sent.json().getString("sentTo");
    }

    private KitAnswer undo(KitPerson who, String letter) {
        return kit.as(who).post(letter + "/undo", Form.empty());
    }

    private JsonObject draft(String draft) {
        return kit.as(kit.teacher()).get("/messages/new?draft=" + draft).json();
    }

    private Form letter(KitPerson... to) {
        Form letter = Form.of("key", key, "subject", "Sortie", "text", "Un mot");
        for (KitPerson reader : to) {
            letter.with("to", "person:" + reader.id());
        }
        return letter;
    }

    private void seconds(int so) {
        kit.clock().advance(Duration.ofSeconds(so));
    }

    private List<JsonObject> received(KitPerson reader) {
        return items(reader, "/messages", "conversations");
    }

    private List<JsonObject> drafts() {
        return items(kit.teacher(), "/drafts", "drafts");
    }

    private List<JsonObject> items(KitPerson reader, String address, String list) {
        return kit.as(reader)
                .get(address)
                .json()
                .getJsonObject(list)
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    /** How many drafts hold any word. */
    private int words() {
        return change(
                "UPDATE preau_c_0921244c.communication_draft SET version = version + 1"
                        + " WHERE body <> '' OR subject <> '' OR recipients <> ''");
    }

    private int change(String sql) {
        try (Connection connection = kit.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
