package fr.preau.communication;

import static fr.preau.api.school.StaffFunction.CPE;
import static fr.preau.api.school.StaffFunction.PRINCIPAL;
import static fr.preau.api.school.StaffFunction.SECRETARY;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import fr.preau.testkit.ToldNotice;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handing on a message: with its words and files, to whom the rules allow, and not everything. */
@PreauTest
class ForwardingTest {

    private final PreauKit kit;

    ForwardingTest(PreauKit kit) {
        this.kit = kit;
    }

    private String letterTo(KitPerson reader, Form more) {
        Form letter = more.with("to", "person:" + reader.id());
        assertThat(kit.as(kit.teacher()).post("/messages", letter).status()).isEqualTo(200);
        return Inbox.newest(kit, reader);
    }

    private static Form words() {
        return Form.of("subject", "Sortie à Sèvres", "text", "Venez !\n\n- gourde\n- casquette");
    }

    private String message(KitPerson reader, String conversation) {
        return kit.as(reader).get(conversation).json().getJsonObject("letter").getString("id");
    }

    private KitAnswer forward(KitPerson reader, String conversation, String message) {
        return kit.as(reader).post(conversation + "/forward", Form.of("message", message));
    }

    private JsonObject form(KitPerson writer, KitAnswer forwarded) {
        assertThat(forwarded.status()).as("%s", forwarded.json()).isEqualTo(200);
        return kit.as(writer)
                .get("/messages/new?draft=" + forwarded.json().getString("draft"))
                .json();
    }

    private Form filled(JsonObject form, KitPerson to) {
        Form letter =
                Form.of(
                        "subject",
                        form.getString("subject"),
                        "text",
                        "Pour information." + form.getString("text"),
                        "key",
                        form.getString("key"),
                        "version",
                        Integer.toString(form.getJsonObject("draft").getInt("version")),
                        "to",
                        "person:" + to.id());
        form.getJsonArray("files")
                .getValuesAs(JsonObject.class)
                .forEach(file -> letter.with("attached", file.getString("attachment")));
        return letter;
    }

    /** The form of a new letter, once the reader has chosen to forward what was received. */
    private JsonObject forwarding(KitPerson reader, String conversation) {
        return form(reader, forward(reader, conversation, message(reader, conversation)));
    }

    @Test
    void theWordsAreQuotedBelowTheOwnOnesWithTheirAuthorAndTheirDay() {
        String conversation = letterTo(kit.guardian(), words());

        JsonObject form = forwarding(kit.guardian(), conversation);

        assertThat(form.getString("subject")).isEqualTo("Tr\u00a0: Sortie à Sèvres");
        assertThat(form.getString("text"))
                .startsWith("\n\nJulie Faure a écrit le ")
                .contains("> Venez !", "> - gourde");
    }

    @Test
    void itsFilesGoAlongAndTheNewReaderReadsThem() {
        Form letter =
                words().withFile(
                                "files",
                                "plan.txt",
                                "text/plain",
                                "Le plan".getBytes(StandardCharsets.UTF_8));
        String conversation = letterTo(kit.guardian(), letter);
        JsonObject form = forwarding(kit.guardian(), conversation);

        KitAnswer sent = kit.as(kit.guardian()).post("/messages", filled(form, kit.staff(CPE)));
        kit.clock().advance(Duration.ofSeconds(11));

        assertThat(sent.status()).as("%s", sent.json()).isEqualTo(200);
        String page = kit.as(kit.staff(CPE)).get(Inbox.newest(kit, kit.staff(CPE))).html();
        assertThat(page).contains("Pour information.", "Julie Faure a écrit", "plan.txt");
        assertThat(kit.as(kit.guardian()).get(conversation).html()).contains("plan.txt");
    }

    @Test
    void itGoesOnlyToWhomTheRulesAllow() {
        String conversation = letterTo(kit.guardian(), words());
        JsonObject form = forwarding(kit.guardian(), conversation);

        KitAnswer refused =
                kit.as(kit.guardian()).post("/messages", filled(form, kit.guardianOfTwo()));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).containsKey("to");
    }

    @Test
    void aReplyIsHandedOnTooAndOnlyOfTheOwnConversation() {
        String conversation = letterTo(kit.guardian(), words());
        kit.as(kit.guardian())
                .post(conversation + "/replies", Form.of("text", "Entendu", "seen", "1"));
        String reply =
                kit.as(kit.teacher())
                        .get(conversation)
                        .json()
                        .getJsonObject("replies")
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("id");
        String other = letterTo(kit.guardianOfTwo(), words());

        JsonObject form = form(kit.teacher(), forward(kit.teacher(), conversation, reply));

        assertThat(form.getString("text")).contains("Paul Bernard a écrit", "> Entendu");
        assertThat(forward(kit.guardianOfTwo(), other, reply).status()).isEqualTo(404);
        assertThat(forward(kit.guardianOfTwo(), conversation, reply).status()).isEqualTo(404);
        assertThat(
                        forward(
                                        kit.otherCollege().teacher(),
                                        conversation,
                                        message(kit.teacher(), conversation))
                                .status())
                .isEqualTo(404);
        assertThat(forward(kit.teacher(), conversation, UUID.randomUUID().toString()).status())
                .isEqualTo(404);
    }

    @Test
    void aLetterThatWantsNoAnswerIsHandedOnByTheStaffAlone() {
        List<KitPerson> readers = new ArrayList<>(List.of(kit.guardian(), kit.staff(CPE)));
        for (int i = 0; i < 30; i++) {
            readers.add(kit.aGuardian().named("Zoé", "Nombreuse" + i).of(kit.pupil()).create());
        }
        Form letter = words();
        readers.forEach(reader -> letter.with("to", "person:" + reader.id()));
        kit.as(kit.teacher()).post("/messages", letter);
        String family = Inbox.newest(kit, kit.guardian());
        String staff = Inbox.newest(kit, kit.staff(CPE));
        String message = message(kit.guardian(), family);

        assertThat(kit.as(kit.guardian()).get(family).html()).doesNotContain("Transférer");
        KitAnswer refused = forward(kit.guardian(), family, message);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem().type()).isEqualTo("letter-not-to-forward");
        assertThat(kit.as(kit.staff(CPE)).get(staff).html()).contains("Transférer");
        assertThat(forward(kit.staff(CPE), staff, message).status()).isEqualTo(200);
    }

    @Test
    void whatTheSchoolHasWithdrawnGoesToNobodyAlsoIfItWasBegunBefore() {
        String conversation = letterTo(kit.guardian(), words());
        String message = message(kit.guardian(), conversation);
        JsonObject begun = form(kit.guardian(), forward(kit.guardian(), conversation, message));
        withdraw(conversation, message);

        KitAnswer again = forward(kit.guardian(), conversation, message);
        KitAnswer sent = kit.as(kit.guardian()).post("/messages", filled(begun, kit.staff(CPE)));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem().type()).isEqualTo("letter-withdrawn");
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.violations()).containsKey("text");
        assertThat(kit.as(kit.staff(CPE)).get("/messages").html()).contains("Aucun message reçu");
    }

    @Test
    void whatIsQuotedOfAWithdrawnMessageGoesWithItAndTheOwnWordsStay() {
        KitPerson cpe = kit.staff(CPE);
        KitPerson principal = kit.staff(PRINCIPAL);
        String conversation = letterTo(kit.guardian(), withFile());
        String message = message(kit.guardian(), conversation);
        handOn(kit.guardian(), conversation, cpe);
        handOn(cpe, Inbox.newest(kit, cpe), principal);
        JsonObject begun = forwarding(kit.guardian(), conversation);
        String last = Inbox.newest(kit, principal);
        assertThat(kit.as(principal).get(last).html())
                .contains("casquette", "plan.txt", "Sortie à Sèvres");

        withdraw(conversation, message);

        for (KitPerson reader : List.of(cpe, principal)) {
            assertThat(kit.as(reader).get(Inbox.newest(kit, reader)).html())
                    .as(reader.displayName())
                    .doesNotContain("casquette", "plan.txt", "Sortie à Sèvres")
                    .contains("Pour information.", "Ce message a été retiré par le collège.");
            assertThat(kit.as(reader).get("/search?q=casquette").html()).contains("Aucun message");
        }
        assertThat(
                        kit.as(kit.guardian())
                                .get("/messages/new?draft=" + begun.getString("key"))
                                .html())
                .doesNotContain("casquette", "plan.txt");
        assertThat(cases()).as("nobody judges what was handed on").hasSize(1);

        kit.as(principal).post("/safety/reports/" + cases().get(0) + "/return", Form.empty());

        assertThat(kit.as(principal).get(last).html())
                .contains("Pour information.", "casquette", "plan.txt", "Sortie à Sèvres")
                .doesNotContain("Ce message a été retiré par le collège.");
        assertThat(kit.as(principal).get("/search?q=casquette").json().getJsonArray("received"))
                .hasSize(1);
    }

    /** What is withdrawn and given back, by the text of its case; the newest is the first. */
    private void giveBack(String report) {
        assertThat(
                        kit.as(kit.staff(PRINCIPAL))
                                .post("/safety/reports/" + report + "/return", Form.empty())
                                .status())
                .isLessThan(400);
    }

    private String text(KitPerson reader) {
        return kit.as(reader)
                .get(Inbox.newest(kit, reader))
                .json()
                .getJsonObject("letter")
                .getString("text");
    }

    private void handOnAs(KitPerson reader, String conversation, KitPerson to, String text) {
        JsonObject form = forwarding(reader, conversation);
        Form letter =
                Form.of(
                        "subject",
                        form.getString("subject"),
                        "text",
                        text,
                        "key",
                        form.getString("key"),
                        "version",
                        "" + form.getJsonObject("draft").getInt("version"),
                        "to",
                        "person:" + to.id());
        form.getJsonArray("files")
                .getValuesAs(JsonObject.class)
                .forEach(file -> letter.with("attached", file.getString("attachment")));
        KitAnswer sent = kit.as(reader).post("/messages", letter);
        assertThat(sent.status()).as("%s", sent.json()).isEqualTo(200);
        kit.clock().advance(Duration.ofSeconds(11));
    }

    @Test
    void whatComesBackIsExactlyWhatWasSentAndNotMore() {
        KitPerson cpe = kit.staff(CPE);
        String conversation = letterTo(kit.guardian(), withFile());
        String message = message(kit.guardian(), conversation);
        String own = "Voyez :\n> - casquette\nMais oui.\n> Un mot à moi que je cite.\nMerci.";
        handOnAs(kit.guardian(), conversation, cpe, own);

        withdraw(conversation, message);
        assertThat(text(cpe)).doesNotContain("casquette").contains("Mais oui.", "Merci.");
        giveBack(cases().get(0));

        assertThat(text(cpe)).isEqualTo(own);
    }

    @Test
    void filesThatWereHandedOnWithoutAQuoteGoAndComeBack() {
        KitPerson cpe = kit.staff(CPE);
        String conversation = letterTo(kit.guardian(), withFile());
        String message = message(kit.guardian(), conversation);
        handOnAs(kit.guardian(), conversation, cpe, "Voir ci-joint.");

        withdraw(conversation, message);
        String without = kit.as(cpe).get(Inbox.newest(kit, cpe)).html();
        giveBack(cases().get(0));

        assertThat(without).contains("Voir ci-joint.").doesNotContain("plan.txt", "Sortie");
        assertThat(kit.as(cpe).get(Inbox.newest(kit, cpe)).html())
                .contains("Voir ci-joint.", "plan.txt", "Sortie à Sèvres");
    }

    @Test
    void aLetterAsLongAsMayBeIsWithdrawnAndGivenBackWhatever() {
        KitPerson cpe = kit.staff(CPE);
        String conversation =
                letterTo(kit.guardian(), Form.of("subject", "Long", "text", "é\n".repeat(9_900)));
        String message = message(kit.guardian(), conversation);
        String own = "a".repeat(19_990) + "\n> é";
        handOnAs(kit.guardian(), conversation, cpe, own);

        withdraw(conversation, message);
        assertThat(text(cpe)).endsWith("\n> Ce message a été retiré par le collège.");
        giveBack(cases().get(0));

        assertThat(text(cpe)).isEqualTo(own);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofThreeInAChainEachIsShownWithoutWhatIsWithdrawn(boolean firstComesBackFirst) {
        KitPerson cpe = kit.staff(CPE);
        KitPerson secretary = kit.staff(SECRETARY);
        String conversation = letterTo(kit.guardian(), words());
        handOn(kit.guardian(), conversation, cpe);
        String second = Inbox.newest(kit, cpe);
        handOn(cpe, second, secretary);
        String whole = text(secretary);
        assertThat(whole).contains("> > - casquette", "> Pour information.");
        kit.as(cpe).post(second + "/withdrawal", Form.of("message", message(cpe, second)));
        String ofSecond = cases().get(0);
        withdraw(conversation, message(kit.guardian(), conversation));
        String ofFirst =
                cases().stream().filter(each -> !each.equals(ofSecond)).findFirst().orElseThrow();
        assertThat(text(secretary)).doesNotContain("casquette", "> Pour information.");
        assertThat(text(cpe)).isEqualTo("Ce message a été retiré par le collège.");

        giveBack(firstComesBackFirst ? ofFirst : ofSecond);
        assertThat(text(secretary).contains("> Pour information.")).isEqualTo(!firstComesBackFirst);
        assertThat(text(secretary)).doesNotContain("casquette");
        giveBack(firstComesBackFirst ? ofSecond : ofFirst);

        assertThat(text(secretary)).isEqualTo(whole);
        assertThat(text(cpe)).contains("casquette");
    }

    @Test
    void whatAnOpenWindowStillHoldsOfAWithdrawnMessageIsNotSentOn() {
        KitPerson cpe = kit.staff(CPE);
        KitPerson secretary = kit.staff(SECRETARY);
        String conversation = letterTo(kit.guardian(), words());
        handOn(kit.guardian(), conversation, cpe);
        JsonObject open = forwarding(cpe, Inbox.newest(kit, cpe));
        assertThat(open.getString("text")).contains("> > - casquette");
        withdraw(conversation, message(kit.guardian(), conversation));

        KitAnswer sent = kit.as(cpe).post("/messages", filled(open, secretary));
        kit.clock().advance(Duration.ofSeconds(11));

        assertThat(sent.status()).as("%s", sent.json()).isEqualTo(200);
        assertThat(text(secretary)).contains("> Pour information.").doesNotContain("casquette");
    }

    @Test
    void theTitleOfAWithdrawnLetterDoesNotStandInItsForwardedAnswers() {
        KitPerson cpe = kit.staff(CPE);
        String conversation = answered();
        JsonObject form = answerHandedOn(conversation);
        kit.as(kit.teacher()).post("/messages", filled(form, cpe));
        kit.clock().advance(Duration.ofSeconds(11));
        String page = Inbox.newest(kit, cpe);
        assertThat(kit.as(cpe).get(page).html()).contains("Sortie à Sèvres", "Entendu");

        withdraw(conversation, message(kit.guardian(), conversation));
        assertThat(kit.as(cpe).get(page).html()).contains("Entendu").doesNotContain("Sortie à");
        giveBack(cases().get(0));

        assertThat(kit.as(cpe).get(page).html()).contains("Sortie à Sèvres", "Entendu");
    }

    /** An answer that its teacher has handed on; the conversation of the teacher. */
    private String answered() {
        String conversation = letterTo(kit.guardian(), words());
        kit.as(kit.guardian())
                .post(conversation + "/replies", Form.of("text", "Entendu", "seen", "1"));
        kit.clock().advance(Duration.ofSeconds(11));
        return conversation;
    }

    private JsonObject answerHandedOn(String conversation) {
        String reply =
                kit.as(kit.teacher())
                        .get(conversation)
                        .json()
                        .getJsonObject("replies")
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("id");
        return form(kit.teacher(), forward(kit.teacher(), conversation, reply));
    }

    @Test
    void theTitleOfAWithdrawnLetterStandsInNoCopyOfACopyOfItsAnswersEither() {
        KitPerson cpe = kit.staff(CPE);
        KitPerson secretary = kit.staff(SECRETARY);
        String conversation = answered();
        kit.as(kit.teacher()).post("/messages", filled(answerHandedOn(conversation), cpe));
        kit.clock().advance(Duration.ofSeconds(11));
        handOn(cpe, Inbox.newest(kit, cpe), secretary);
        String page = Inbox.newest(kit, secretary);
        assertThat(kit.as(secretary).get(page).html()).contains("Sortie à Sèvres", "Entendu");

        withdraw(conversation, message(kit.guardian(), conversation));
        assertThat(kit.as(secretary).get(page).html())
                .contains("Entendu")
                .doesNotContain("Sortie à");
        giveBack(cases().get(0));

        assertThat(kit.as(secretary).get(page).html()).contains("Sortie à Sèvres");
    }

    @Test
    void whatWaitsToBeSentTellsNobodyOfATitleThatWasWithdrawnMeanwhile() {
        KitPerson cpe = kit.staff(CPE);
        String conversation = answered();
        Form later =
                filled(answerHandedOn(conversation), cpe)
                        .with("on", "2026-11-25")
                        .with("at", "08:00");
        assertThat(kit.as(kit.teacher()).post("/messages/later", later).status()).isEqualTo(200);

        withdraw(conversation, message(kit.guardian(), conversation));
        kit.clock().set(Instant.parse("2026-11-25T08:00:00Z"));
        kit.runJob("send-later");

        assertThat(kit.notices(cpe))
                .extracting(ToldNotice::title)
                .noneMatch(title -> title.contains("Sortie à"));
        assertThat(kit.as(cpe).get(Inbox.newest(kit, cpe)).html())
                .contains("Entendu")
                .doesNotContain("Sortie à");
    }

    @Test
    void theDraftOfAnAnswerShowsNoTitleThatWasWithdrawn() {
        String conversation = letterTo(kit.guardian(), words());
        kit.as(kit.guardian())
                .post(
                        "/drafts",
                        Form.of(
                                "key",
                                UUID.randomUUID().toString(),
                                "about",
                                conversation.substring(conversation.lastIndexOf('/') + 1),
                                "subject",
                                "Sortie à Sèvres",
                                "text",
                                "Je voulais",
                                "version",
                                "0"));
        assertThat(kit.as(kit.guardian()).get("/drafts").html()).contains("Sortie à Sèvres");

        withdraw(conversation, message(kit.guardian(), conversation));
        assertThat(kit.as(kit.guardian()).get("/drafts").html()).doesNotContain("Sortie à");
        giveBack(cases().get(0));

        assertThat(kit.as(kit.guardian()).get("/drafts").html()).contains("Sortie à Sèvres");
    }

    @Test
    void aCopyThatWasReportedWhileItWasReducedComesBackWhole() {
        KitPerson cpe = kit.staff(CPE);
        KitPerson principal = kit.staff(PRINCIPAL);
        String conversation = letterTo(kit.guardian(), words());
        handOn(kit.guardian(), conversation, cpe);
        String copy = Inbox.newest(kit, cpe);
        String whole = text(cpe);
        withdraw(conversation, message(kit.guardian(), conversation));
        String ofOriginal = cases().get(0);
        kit.as(cpe).post(copy + "/reports", Form.of("message", message(cpe, copy)));
        giveBack(ofOriginal);
        assertThat(text(cpe)).isEqualTo(whole);

        kit.as(cpe).post(copy + "/withdrawal", Form.of("message", message(cpe, copy)));
        assertThat(text(cpe)).isEqualTo("Ce message a été retiré par le collège.");
        String ofCopy =
                cases().stream().filter(each -> !each.equals(ofOriginal)).findFirst().orElseThrow();
        kit.as(principal).post("/safety/reports/" + ofCopy + "/return", Form.empty());

        assertThat(text(cpe)).isEqualTo(whole);
    }

    @Test
    void whatWentOnThroughALetterThatHasEndedIsFollowedAllTheSame() {
        KitPerson cpe = kit.staff(CPE);
        KitPerson principal = kit.staff(PRINCIPAL);
        KitPerson secretary = kit.staff(SECRETARY);
        String conversation =
                letterTo(kit.guardian(), words().with("to", "person:" + principal.id()));
        handOn(kit.guardian(), conversation, cpe);
        handOn(cpe, Inbox.newest(kit, cpe), secretary);
        String whole = text(secretary);
        assertThat(whole).contains("casquette");
        kit.personalData().erase(kit.guardian());
        kit.personalData().erase(cpe);
        String mine = Inbox.newest(kit, principal);

        kit.as(principal).post(mine + "/withdrawal", Form.of("message", message(principal, mine)));

        assertThat(text(secretary)).doesNotContain("casquette");
        giveBack(cases().get(0));
        assertThat(text(secretary)).isEqualTo(whole);
    }

    @Test
    void whoTypesTheSentenceOfTheSchoolStopsNobody() {
        String conversation =
                letterTo(
                        kit.guardian(),
                        Form.of(
                                "subject",
                                "Farce",
                                "text",
                                "Ce message a été retiré par le collège."));

        handOn(kit.guardian(), conversation, kit.staff(CPE));

        assertThat(text(kit.staff(CPE))).contains("> Ce message a été retiré par le collège.");
    }

    @Test
    void whatCanNotBeGivenBackAnyMoreIsNowhereInWhatHandedItOn() {
        String conversation = letterTo(kit.guardian(), words());
        handOn(kit.guardian(), conversation, kit.staff(CPE));
        withdraw(conversation, message(kit.guardian(), conversation));
        assertThat(wholes()).contains("casquette");

        kit.clock().advance(Duration.ofDays(366));
        kit.runJob("forget-evidence");

        assertThat(wholes()).contains("Pour information.").doesNotContain("casquette");
        assertThat(text(kit.staff(CPE))).contains("Pour information.").doesNotContain("casquette");
    }

    /** What is kept of letters as they were sent. */
    private String wholes() {
        String uai = kit.college().college().uai().value().toLowerCase(Locale.ROOT);
        try (Connection connection = kit.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT GROUP_CONCAT(subject, body) FROM preau_c_"
                                        + uai
                                        + ".communication_letter_whole")) {
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Form withFile() {
        return words().withFile(
                        "files",
                        "plan.txt",
                        "text/plain",
                        "Le plan".getBytes(StandardCharsets.UTF_8));
    }

    private List<String> cases() {
        return kit
                .as(kit.staff(PRINCIPAL))
                .get("/safety/reports?done=true")
                .json()
                .getJsonObject("reports")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(line -> line.getString("report"))
                .toList();
    }

    @Test
    void aHandedOnMessageThatWasWithdrawnItselfComesBackWithoutWhatIsStillWithdrawn() {
        KitPerson cpe = kit.staff(CPE);
        String conversation = letterTo(kit.guardian(), words());
        handOn(kit.guardian(), conversation, cpe);
        String handedOn = Inbox.newest(kit, cpe);
        kit.as(cpe).post(handedOn + "/withdrawal", Form.of("message", message(cpe, handedOn)));
        assertThat(cases()).hasSize(1);
        String ofCopy = cases().get(0);
        withdraw(conversation, message(kit.guardian(), conversation));

        kit.as(kit.staff(PRINCIPAL)).post("/safety/reports/" + ofCopy + "/return", Form.empty());

        assertThat(kit.as(cpe).get(handedOn).html())
                .contains("Pour information.")
                .doesNotContain("casquette");
    }

    private void handOn(KitPerson reader, String conversation, KitPerson to) {
        KitAnswer sent =
                kit.as(reader).post("/messages", filled(forwarding(reader, conversation), to));
        assertThat(sent.status()).as("%s", sent.json()).isEqualTo(200);
        kit.clock().advance(Duration.ofSeconds(11));
    }

    @Test
    void whatIsKeptApartOfItIsHeldBackToo() {
        String conversation = letterTo(kit.guardian(), words());
        String message = message(kit.guardian(), conversation);
        JsonObject begun = form(kit.guardian(), forward(kit.guardian(), conversation, message));
        JsonObject apart =
                kit.as(kit.guardian())
                        .post("/drafts/apart", filled(begun, kit.staff(CPE)))
                        .json()
                        .getJsonObject("state");
        withdraw(conversation, message);

        KitAnswer sent =
                kit.as(kit.guardian())
                        .post(
                                "/messages",
                                filled(begun, kit.staff(CPE))
                                        .with("key", apart.getString("key"))
                                        .with(
                                                "version",
                                                Integer.toString(apart.getInt("version"))));

        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.violations()).containsKey("text");
    }

    @Test
    void aLongLetterIsQuotedAsFarAsItFits() {
        String conversation =
                letterTo(kit.guardian(), Form.of("subject", "Long", "text", "é\n".repeat(9_900)));
        JsonObject form = forwarding(kit.guardian(), conversation);

        KitAnswer sent = kit.as(kit.guardian()).post("/messages", filled(form, kit.staff(CPE)));

        assertThat(form.getString("text")).endsWith("…");
        assertThat(sent.status()).as("%s", sent.json()).isEqualTo(200);
    }

    private void withdraw(String conversation, String message) {
        kit.as(kit.guardian()).post(conversation + "/reports", Form.of("message", message));
        String report =
                kit.as(kit.staff(PRINCIPAL))
                        .get("/safety/reports")
                        .json()
                        .getJsonObject("reports")
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("report");
        KitAnswer closed =
                kit.as(kit.staff(PRINCIPAL))
                        .post(
                                "/safety/reports/" + report + "/closing",
                                Form.of("outcome", "WITHDRAWN", "note", "Vu."));
        assertThat(closed.status()).isLessThan(300);
    }

    @Test
    void whatItsAuthorTookBackIsNotThere() {
        Form letter =
                words().with("key", UUID.randomUUID().toString())
                        .with("to", "person:" + kit.guardian().id());
        String sent = kit.as(kit.teacher()).post("/messages", letter).json().getString("sentTo");
        String message = message(kit.teacher(), sent);

        assertThat(forward(kit.teacher(), sent, message).status()).isEqualTo(404);
        assertThat(forward(kit.guardian(), sent, message).status()).isEqualTo(404);
    }
}
