package fr.preau.communication.reports;

import static fr.preau.api.school.StaffFunction.CPE;
import static fr.preau.api.school.StaffFunction.PRINCIPAL;
import static fr.preau.api.school.StaffFunction.SECRETARY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.communication.attachments.AttachedFile;
import fr.preau.communication.messages.InboxPage;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import fr.preau.testkit.ToldNotice;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A message is reported, looked at, withdrawn and given back; nobody learns more than they may. */
@PreauTest
class ReportsTest {

    private final PreauKit kit;
    private final KitPerson teacher;
    private final KitPerson guardian;
    private final KitPerson cpe;

    ReportsTest(PreauKit kit) {
        this.kit = kit;
        this.teacher = kit.teacher();
        this.guardian = kit.guardian();
        this.cpe = kit.staff(CPE);
    }

    private String written(KitPerson from, KitPerson to, String text) {
        return written(from, letter(to, text));
    }

    private static Form letter(KitPerson to, String text) {
        return Form.of(
                "to",
                "person:" + to.id(),
                "subject",
                "Hier",
                "text",
                text,
                "key",
                UUID.randomUUID().toString());
    }

    private String written(KitPerson from, Form letter) {
        String location = Objects.requireNonNull(kit.as(from).post("/messages", letter).location());
        // Until then its author may take it back.
        kit.clock().advance(Duration.ofSeconds(11));
        return location;
    }

    private String letterOf(KitPerson reader, String conversation) {
        return kit.as(reader).get(conversation).json().getJsonObject("letter").getString("id");
    }

    private KitAnswer report(KitPerson reader, String conversation) {
        return kit.as(reader)
                .post(
                        conversation + "/reports",
                        Form.of("message", letterOf(reader, conversation)));
    }

    private QueuePage queue(KitPerson judge) {
        return kit.as(judge).get("/safety/reports").as(QueuePage.class);
    }

    private CasePage onlyCase() {
        UUID report = queue(cpe).reports().items().get(0).report();
        return kit.as(cpe).get("/safety/reports/" + report).as(CasePage.class);
    }

    private KitAnswer close(String outcome) {
        return kit.as(cpe)
                .post(
                        onlyCase().address() + "/closing",
                        Form.of("outcome", outcome, "note", "Vu avec l’élève."));
    }

    @Test
    void oneTapReportsAMessageAndTheEvidenceIsTaken() {
        String conversation = written(teacher, guardian, "Tu es nulle.");
        assertThat(kit.as(guardian).get(conversation).html()).contains("Signaler</button>");

        KitAnswer answer = report(guardian, conversation);

        assertThat(answer.status()).isLessThan(300);
        CasePage found = onlyCase();
        assertThat(found.text()).isEqualTo("Tu es nulle.");
        assertThat(found.authorName()).isEqualTo(teacher.displayName());
        assertThat(found.readers()).containsExactly(guardian.displayName());
        assertThat(found.changed()).isEmpty();
        assertThat(found.hash()).hasSize(64);
        assertThat(found.reporters()).hasSize(1);
    }

    @Test
    void whoWroteItCantReportItAndSeesNoButton() {
        String conversation = written(teacher, guardian, "Bonjour.");

        assertThat(report(teacher, conversation).status()).isEqualTo(404);
        assertThat(kit.as(teacher).get(conversation).html()).doesNotContain("Signaler</button>");
    }

    @Test
    void whoHasNotReceivedItCantReportIt() {
        String conversation = written(teacher, guardian, "Bonjour.");
        String message = letterOf(guardian, conversation);
        KitPerson stranger = kit.guardianOfTwo();

        assertThat(
                        kit.as(stranger)
                                .post(conversation + "/reports", Form.of("message", message))
                                .status())
                .isEqualTo(404);
        assertThat(
                        kit.as(guardian)
                                .post(
                                        conversation + "/reports",
                                        Form.of("message", UUID.randomUUID().toString()))
                                .status())
                .isEqualTo(404);
        assertThat(kit.as(guardian).post(conversation + "/reports", Form.empty()).status())
                .isEqualTo(404);
    }

    @Test
    void aReplyIsReportedByTheOtherOne() {
        String conversation = written(teacher, guardian, "Bonjour.");
        kit.as(guardian).post(conversation + "/replies", Form.of("text", "Je sais où tu habites."));
        String reply =
                kit.as(teacher)
                        .get(conversation)
                        .json()
                        .getJsonObject("replies")
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("id");

        kit.as(teacher).post(conversation + "/reports", Form.of("message", reply));

        assertThat(onlyCase().text()).isEqualTo("Je sais où tu habites.");
        assertThat(onlyCase().authorName()).isEqualTo(guardian.displayName());
    }

    @Test
    void reportsOfOneMessageAreOneCaseAndTheSamePersonCountsOnce() {
        String conversation = written(teacher, guardian, "Bonjour.");
        report(guardian, conversation);
        report(guardian, conversation);

        assertThat(queue(cpe).reports().items()).hasSize(1);
        assertThat(onlyCase().reporters()).hasSize(1);
    }

    @Test
    void aReasonIsAddedAfterwardsAndReadByThoseWhoJudge() {
        String conversation = written(teacher, guardian, "Bonjour.");
        String own = Objects.requireNonNull(report(guardian, conversation).location());

        kit.as(guardian).post(own + "/reason", Form.of("reason", "C’est une menace."));

        assertThat(onlyCase().reporters().get(0).reason()).isEqualTo("C’est une menace.");
        KitAnswer tooLong =
                kit.as(guardian).post(own + "/reason", Form.of("reason", "é".repeat(501)));
        assertThat(tooLong.violations()).containsOnlyKeys("reason");
        assertThat(kit.as(teacher).get(own).status()).isEqualTo(404);
    }

    @Test
    void whatIsLateComesFirstAndSaysSo() {
        report(guardian, written(teacher, guardian, "Le premier."));
        kit.clock().advance(Duration.ofHours(20));
        report(guardian, written(teacher, guardian, "Le second."));
        assertThat(queue(cpe).reports().items()).noneMatch(QueuePage.Line::late);

        kit.clock().advance(Duration.ofHours(5));

        assertThat(queue(cpe).reports().items())
                .extracting(QueuePage.Line::late)
                .containsExactly(true, false);
        assertThat(kit.as(cpe).get("/safety/reports").html()).contains("En retard");
    }

    @Test
    void aMessageIsWithdrawnFromItsReadersAndGivenBack() {
        String conversation = written(teacher, guardian, "Tu es nulle.");
        report(guardian, conversation);
        String address = onlyCase().address();

        assertThat(close("WITHDRAWN").status()).isLessThan(300);

        for (KitPerson reader : new KitPerson[] {guardian, teacher}) {
            assertThat(kit.as(reader).get(conversation).html())
                    .contains("Ce message a été retiré par le collège.")
                    .doesNotContain("Tu es nulle.");
        }
        assertThat(kit.as(guardian).get("/messages").html())
                .contains("Message retiré par le collège")
                .doesNotContain("Hier");
        assertThat(found(guardian, "nulle")).isFalse();
        assertThat(found(teacher, "nulle")).isFalse();
        assertThat(kit.as(cpe).get(address).as(CasePage.class).text()).isEqualTo("Tu es nulle.");

        kit.as(cpe).post(address + "/return", Form.empty());
        kit.as(cpe).post(address + "/return", Form.empty());

        assertThat(kit.as(guardian).get(conversation).html()).contains("Tu es nulle.");
        assertThat(kit.as(guardian).get("/messages").html()).contains("Hier");
        assertThat(found(guardian, "nulle")).isTrue();
    }

    @Test
    void whoAnswersForTheSchoolTakesAnOwnLetterBackAndAnotherOneGivesItBack() {
        KitPerson principal = kit.staff(PRINCIPAL);
        Form toTwo =
                letter(guardian, "Mauvaise pièce jointe.")
                        .with("to", "person:" + kit.guardianOfTwo().id());
        String sent = written(cpe, toTwo);
        assertThat(sent).contains("/sent/");
        assertThat(kit.as(cpe).get(sent).html()).contains("Retirer pour tous</button>");
        assertThat(kit.as(principal).post(sent + "/withdrawal", Form.empty()).status())
                .as("somebody else's")
                .isEqualTo(404);

        assertThat(kit.as(cpe).post(sent + "/withdrawal", Form.empty()).status()).isEqualTo(200);
        assertThat(kit.as(cpe).post(sent + "/withdrawal", Form.empty()).status())
                .as("pressed twice")
                .isEqualTo(200);

        assertThat(kit.as(guardian).get("/messages").html())
                .contains("Message retiré par le collège")
                .doesNotContain("Hier");
        assertThat(kit.as(cpe).get(sent).html())
                .contains("Ce message est retiré à tous ses lecteurs")
                .doesNotContain("Mauvaise pièce jointe.");
        UUID report = doneCase(principal);
        kit.as(principal).post("/safety/reports/" + report + "/return", Form.empty());
        assertThat(kit.as(guardian).get("/messages").html()).contains("Hier");
    }

    @Test
    void aLetterToOnePersonIsTakenBackFromItsConversation() {
        String conversation = written(teacher, guardian, "Mauvaise personne.");
        String sent = "/sent/" + letterOf(teacher, conversation);
        assertThat(kit.as(teacher).get(conversation).html()).contains("communication" + sent);
        assertThat(kit.as(guardian).get(conversation).html())
                .doesNotContain("communication" + sent);

        kit.as(teacher).post(sent + "/withdrawal", Form.empty());
        close("WITHDRAWN");

        assertThat(kit.as(guardian).get(conversation).html()).doesNotContain("Mauvaise personne.");
    }

    private UUID doneCase(KitPerson judge) {
        return kit.as(judge)
                .get("/safety/reports?done=true")
                .as(QueuePage.class)
                .reports()
                .items()
                .get(0)
                .report();
    }

    @Test
    void whoTakesAnOwnLetterBackDoesNotCloseTheCaseThatOthersHaveOpened() {
        KitPerson principal = kit.staff(PRINCIPAL);
        Form toTwo =
                letter(guardian, "Tu es nulle.").with("to", "person:" + kit.guardianOfTwo().id());
        String sent = written(cpe, toTwo);
        String received =
                kit
                        .as(guardian)
                        .get("/messages")
                        .as(InboxPage.class)
                        .conversations()
                        .items()
                        .stream()
                        .map(line -> "/messages/" + line.conversation())
                        .findFirst()
                        .orElseThrow();
        report(guardian, received);

        assertThat(kit.as(cpe).post(sent + "/withdrawal", Form.empty()).status()).isEqualTo(200);

        assertThat(kit.as(guardian).get("/messages").html()).doesNotContain("Hier");
        assertThat(queue(principal).reports().items()).hasSize(1);
        assertThat(kit.notices(guardian))
                .extracting(ToldNotice::path)
                .noneMatch(path -> path.startsWith("/reports/"));
    }

    @Test
    void whoAsksAgainAfterItWasLeftIsHeardAgain() {
        Form toTwo =
                letter(guardian, "Mauvaise pièce jointe.")
                        .with("to", "person:" + kit.guardianOfTwo().id());
        String sent = written(teacher, toTwo);
        kit.as(teacher).post(sent + "/withdrawal", Form.empty());
        kit.as(teacher).post(sent + "/withdrawal", Form.empty());
        int told = kit.notices(cpe).size();
        assertThat(told).as("pressed twice, told once").isEqualTo(1);
        close("NO_FAULT");
        kit.clock().advance(Duration.ofMinutes(5));

        kit.as(teacher).post(sent + "/withdrawal", Form.empty());

        assertThat(queue(cpe).reports().items()).hasSize(1);
        assertThat(kit.notices(cpe)).hasSizeGreaterThan(told);
    }

    @Test
    void whoDoesNotAnswerForTheSchoolAsksForAnOwnLetterToBeTakenBack() {
        Form toTwo =
                letter(guardian, "Mauvaise pièce jointe.")
                        .with("to", "person:" + kit.guardianOfTwo().id());
        String sent = written(teacher, toTwo);
        assertThat(kit.as(teacher).get(sent).html()).contains("Demander son retrait</button>");

        assertThat(kit.as(teacher).post(sent + "/withdrawal", Form.empty()).status())
                .isEqualTo(200);

        assertThat(kit.as(guardian).get("/messages").html()).contains("Hier");
        assertThat(kit.as(cpe).get(onlyCase().address()).html())
                .contains("Mauvaise pièce jointe.", "L’auteur demande de retirer ce message");
        close("WITHDRAWN");
        assertThat(kit.as(guardian).get("/messages").html()).doesNotContain("Hier");
    }

    @Test
    void noNoticeKeepsTheTitleOfAWithdrawnMessageNorThatOfItsAnswers() {
        String conversation = written(teacher, guardian, "Tu es nulle.");
        kit.as(guardian).post(conversation + "/replies", Form.of("text", "Pardon ?", "seen", "0"));
        kit.clock().advance(Duration.ofSeconds(11));
        kit.runJob("send-later");
        assertThat(kit.notices(teacher)).extracting(ToldNotice::title).containsExactly("Hier");
        assertThat(kit.notices(guardian)).extracting(ToldNotice::title).contains("Hier");
        report(guardian, conversation);

        close("WITHDRAWN");

        assertThat(kit.notices(teacher)).extracting(ToldNotice::title).doesNotContain("Hier");
        assertThat(kit.notices(guardian)).extracting(ToldNotice::title).doesNotContain("Hier");
    }

    private boolean found(KitPerson reader, String word) {
        JsonObject page = kit.as(reader).get("/search?q=" + word).json();
        return !page.getJsonArray("received").isEmpty() || !page.getJsonArray("sent").isEmpty();
    }

    @Test
    void theAccueilOfThoseWhoJudgeNamesTheMostUrgentOnesUntilTheyAreDone() {
        assertThat(waiting(cpe)).isEmpty();
        for (int day = 1; day <= 4; day++) {
            report(guardian, written(teacher, guardian, "Message " + day));
            kit.clock().advance(Duration.ofHours(7));
        }

        assertThat(waiting(cpe))
                .extracting(line -> line.getBoolean("late"))
                .containsExactly(true, false, false);
        assertThat(kit.as(cpe).card("reports").html())
                .contains("En retard", "Voir tous les signalements");
        assertThat(waiting(kit.staff(PRINCIPAL))).hasSize(3);
        assertThat(waiting(kit.staff(SECRETARY))).isEmpty();
        assertThat(kit.as(kit.staff(SECRETARY)).card("reports").statements())
                .isEqualTo(kit.as(cpe).card("reports").statements() - 1);
    }

    private List<JsonObject> waiting(KitPerson judge) {
        return kit.as(judge)
                .card("reports")
                .json()
                .getJsonObject("slot")
                .getJsonObject("page")
                .getJsonArray("waiting")
                .getValuesAs(JsonObject.class);
    }

    @Test
    void theFilesOfAWithdrawnMessageGoWithItsWordsAndComeBack() {
        Form letter =
                letter(guardian, "Tu es nulle.")
                        .withFile("files", "mot.txt", "text/plain", "Bonjour".getBytes(UTF_8));
        String conversation = written(teacher, letter);
        String file =
                "/files/"
                        + kit.as(guardian)
                                .get(conversation)
                                .json()
                                .getJsonObject("letter")
                                .getJsonArray("files")
                                .getJsonObject(0)
                                .getString("attachment");
        report(guardian, conversation);
        String address = onlyCase().address();

        close("WITHDRAWN");

        for (KitPerson reader : new KitPerson[] {guardian, teacher, cpe}) {
            assertThat(kit.as(reader).get(file).status()).isEqualTo(404);
        }
        assertThat(kit.as(guardian).get(conversation).html()).doesNotContain("mot.txt");

        kit.as(cpe).post(address + "/return", Form.empty());

        assertThat(kit.as(guardian).get(file).status()).isEqualTo(200);
    }

    private String reportedWithAFile() {
        Form letter =
                letter(guardian, "Regarde.")
                        .withFile("files", "mot.txt", "text/plain", "Bonjour".getBytes(UTF_8));
        String conversation = written(teacher, letter);
        report(guardian, conversation);
        return conversation;
    }

    private String fileOfTheCase() {
        assertThat(onlyCase().files()).extracting(AttachedFile::name).containsExactly("mot.txt");
        return onlyCase().addressOf(onlyCase().files().get(0));
    }

    @Test
    void whoJudgesReadsTheFilesOfAReportedMessageAndNobodyElseDoesByThatRoad() {
        reportedWithAFile();
        String file = fileOfTheCase();

        KitAnswer read = kit.as(cpe).get(file);

        assertThat(new String(read.bytes(), UTF_8)).isEqualTo("Bonjour");
        assertThat(kit.as(cpe).get(onlyCase().address()).html()).contains("mot.txt");
        for (KitPerson other : new KitPerson[] {guardian, teacher, kit.staff(SECRETARY)}) {
            assertThat(kit.as(other).get(file).status()).isEqualTo(403);
        }
        assertThat(kit.as(kit.otherCollege().staff(CPE)).get(file).status()).isEqualTo(404);
        String unknown = onlyCase().address() + "/files/" + UUID.randomUUID();
        assertThat(kit.as(cpe).get(unknown).status()).isEqualTo(404);
    }

    @Test
    void theFilesOfTheEvidenceOutliveTheMessageAndGoWithTheEvidence() throws SQLException {
        reportedWithAFile();
        String file = fileOfTheCase();
        String address = onlyCase().address();

        kit.personalData().erase(teacher);
        kit.personalData().erase(guardian);

        assertThat(kit.as(cpe).get(file).status()).isEqualTo(200);
        close("WITHDRAWN");
        kit.clock().advance(Duration.ofDays(366));
        kit.runJob("forget-evidence");
        assertThat(kit.as(cpe).get(address).status()).isEqualTo(404);
        assertThat(attachments()).isZero();
    }

    @Test
    void afterWithdrawingAndGivingBackTheReadersHaveTheFileOnce() throws SQLException {
        String conversation = reportedWithAFile();
        String address = onlyCase().address();
        close("WITHDRAWN");
        assertThat(kit.as(cpe).get(fileOf(address)).status()).isEqualTo(200);

        kit.as(cpe).post(address + "/return", Form.empty());

        assertThat(
                        kit.as(guardian)
                                .get(conversation)
                                .json()
                                .getJsonObject("letter")
                                .getJsonArray("files"))
                .hasSize(1);
        assertThat(attachments()).isEqualTo(2);
    }

    private String fileOf(String address) {
        CasePage page = kit.as(cpe).get(address).as(CasePage.class);
        return page.addressOf(page.files().get(0));
    }

    @Test
    void whatWasWithdrawnIsNotSentAgainByItsAuthorFromWhereItLies() throws SQLException {
        String conversation = reportedWithAFile();
        String file =
                kit.as(teacher)
                        .get(conversation)
                        .json()
                        .getJsonObject("letter")
                        .getJsonArray("files")
                        .getJsonObject(0)
                        .getString("attachment");
        close("WITHDRAWN");

        written(teacher, letter(guardian, "Encore.").with("attached", file));

        assertThat(attachments()).isEqualTo(2);
    }

    private int attachments() throws SQLException {
        try (Connection connection = kit.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT COUNT(*) FROM preau_c_0921244c.communication_attachment")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void whoReportedLearnsThatItWasSeenAndNotWhatWasDecided() {
        String own =
                Objects.requireNonNull(
                        report(guardian, written(teacher, guardian, "Bonjour.")).location());
        assertThat(kit.as(guardian).get(own).html()).contains("sous 24 heures");

        close("NOTED");

        assertThat(kit.as(guardian).get(own).html())
                .contains("Le signalement a été vu")
                .doesNotContain("Vu avec l’élève", "Noté et clos");
    }

    @Test
    void closingTwiceIsDoneOnceAndADecisionIsNeeded() {
        report(guardian, written(teacher, guardian, "Bonjour."));
        String address = onlyCase().address();
        assertThat(kit.as(cpe).post(address + "/closing", Form.empty()).violations())
                .containsOnlyKeys("outcome");

        kit.as(cpe).post(address + "/closing", Form.of("outcome", "NO_FAULT"));
        kit.as(cpe).post(address + "/closing", Form.of("outcome", "WITHDRAWN"));

        CasePage closed = kit.as(cpe).get(address).as(CasePage.class);
        assertThat(closed.outcome()).isEqualTo(Report.Outcome.NO_FAULT);
        assertThat(closed.withdrawn()).isFalse();
        assertThat(queue(cpe).reports().items()).isEmpty();
    }

    @Test
    void onlyThoseWhoAnswerForTheSchoolReadReportsAndNobodyJudgesTheirOwn() {
        report(guardian, written(cpe, guardian, "Bonjour."));
        KitPerson principal = kit.staff(PRINCIPAL);

        assertThat(queue(cpe).reports().items()).isEmpty();
        UUID report = queue(principal).reports().items().get(0).report();
        assertThat(kit.as(cpe).get("/safety/reports/" + report).status()).isEqualTo(404);
        for (KitPerson other : new KitPerson[] {guardian, teacher, kit.staff(SECRETARY)}) {
            assertThat(kit.as(other).get("/safety/reports").status()).isEqualTo(403);
            assertThat(kit.as(other).get("/safety/reports/" + report).status()).isEqualTo(403);
        }
    }

    @Test
    void theEvidenceStaysWhenItsPeopleAreErasedAndGoesAfterAYear() {
        report(guardian, written(teacher, guardian, "Tu es nulle."));

        var erased = kit.personalData().erase(teacher).orElseThrow();
        kit.personalData().erase(guardian);

        assertThat(erased.kept()).anyMatch(kept -> kept.what().contains("gardé comme preuve"));
        CasePage found = onlyCase();
        assertThat(found.text()).isEqualTo("Tu es nulle.");
        assertThat(found.reporters().get(0).name()).isNull();

        close("NOTED");
        kit.clock().advance(Duration.ofDays(364));
        kit.runJob("forget-evidence");
        assertThat(kit.as(cpe).get(found.address()).status()).isEqualTo(200);
        kit.clock().advance(Duration.ofDays(2));
        kit.runJob("forget-evidence");
        assertThat(kit.as(cpe).get(found.address()).status()).isEqualTo(404);
    }

    @Test
    void theAuthorsExportDoesNotTellThatAMessageWasReported() {
        String conversation = written(teacher, guardian, "Tu es nulle.");
        String before = exported(teacher);

        report(guardian, conversation);

        assertThat(exported(teacher)).isEqualTo(before);
        assertThat(exported(guardian)).contains("Signalement fait par cette personne");
        close("NOTED");
        assertThat(exported(teacher)).isEqualTo(before);
    }

    @Test
    void whatWasWithdrawnIsInTheAuthorsExportForTheyWereTold() {
        report(guardian, written(teacher, guardian, "Tu es nulle."));
        close("WITHDRAWN");

        assertThat(exported(teacher)).contains("Retiré par le collège", "Tu es nulle.");
    }

    private String exported(KitPerson person) {
        return kit.personalData().export(person).orElseThrow().toString();
    }

    @Test
    void theEvidenceTellsWhetherItsWordsOrItsFilesWereChangedSince() throws SQLException {
        reportedWithAFile();
        assertThat(onlyCase().changed()).isEmpty();
        String before = onlyCase().hash();

        change("UPDATE preau_c_0921244c.communication_evidence SET body = 'Autre'");
        assertThat(onlyCase().changed()).containsExactly(Evidence.Part.WORDS);
        change("UPDATE preau_c_0921244c.communication_evidence SET body = 'Regarde.'");
        assertThat(onlyCase().changed()).isEmpty();
        change(
                "UPDATE preau_c_0921244c.communication_evidence"
                        + " SET files = REPLACE(files, 'mot.txt', 'non.txt')");
        assertThat(onlyCase().changed())
                .containsExactlyInAnyOrder(Evidence.Part.WORDS, Evidence.Part.FILES);
        change(
                "UPDATE preau_c_0921244c.communication_evidence"
                        + " SET files = REPLACE(files, 'non.txt', 'mot.txt')");
        assertThat(onlyCase().changed()).isEmpty();
        change("UPDATE preau_c_0921244c.core_file_piece SET content = 'Bonsoir'");
        CasePage checked = kit.as(cpe).get(onlyCase().address() + "/check").as(CasePage.class);
        assertThat(checked.changed()).containsExactly(Evidence.Part.FILES);
        change("DELETE FROM preau_c_0921244c.communication_attachment WHERE holder = 'EVIDENCE'");
        assertThat(kit.as(cpe).get(onlyCase().address()).html())
                .contains("les fichiers de la preuve", before);
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = kit.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    @Test
    void theSchoolTakesAMessageItHasReceivedFromAllItsReadersWithoutAReport() {
        String conversation =
                written(teacher, letter(guardian, "Tu es nulle.").with("to", "person:" + cpe.id()));
        assertThat(kit.as(guardian).get("/messages").html()).contains("Hier");
        String own =
                kit.as(cpe)
                        .get("/messages")
                        .as(InboxPage.class)
                        .conversations()
                        .items()
                        .get(0)
                        .conversation()
                        .toString();
        String page = "/messages/" + own;
        assertThat(kit.as(cpe).get(page).html()).contains("Retirer pour tous");
        Form message = Form.of("message", letterOf(cpe, page));

        KitAnswer withdrawn = kit.as(cpe).post(page + "/withdrawal", message);

        assertThat(withdrawn.status()).isEqualTo(200);
        CasePage found = withdrawn.as(CasePage.class);
        assertThat(found.open()).isFalse();
        assertThat(found.outcome()).isEqualTo(Report.Outcome.WITHDRAWN);
        assertThat(found.text()).isEqualTo("Tu es nulle.");
        assertThat(found.reporters()).isEmpty();
        assertThat(kit.as(guardian).get("/messages").html())
                .contains("Message retiré par le collège")
                .doesNotContain("Hier");
        assertThat(kit.as(kit.staff(PRINCIPAL)).get("/safety/journal").html())
                .contains("2 personnes");
        assertThat(kit.as(cpe).post(page + "/withdrawal", message).status()).isEqualTo(200);
        kit.as(cpe).post(found.address() + "/return", Form.empty());
        assertThat(kit.as(guardian).get("/messages").html()).contains("Hier");
        assertThat(conversation).isNotEmpty();
    }

    @Test
    void nobodyElseWithdrawsAndTheSchoolNoMessageThatItHasNotReceived() {
        String conversation = written(teacher, guardian, "Bonjour.");
        Form message = Form.of("message", letterOf(guardian, conversation));

        assertThat(kit.as(guardian).get(conversation).html()).doesNotContain("Retirer pour tous");
        for (KitPerson one : new KitPerson[] {guardian, teacher, kit.staff(SECRETARY)}) {
            assertThat(kit.as(one).post(conversation + "/withdrawal", message).status())
                    .isEqualTo(403);
        }
        assertThat(kit.as(cpe).post(conversation + "/withdrawal", message).status()).isEqualTo(404);
    }

    @Test
    void thePagesStayWithinTheirStatementsHoweverManyReportsThereAre() {
        for (int i = 0; i < 12; i++) {
            report(guardian, written(teacher, guardian, "Message " + i));
        }

        KitAnswer queue = kit.as(cpe).get("/safety/reports");
        assertThat(queue.as(QueuePage.class).reports().items()).hasSize(12);
        assertThat(queue.statements()).isLessThan(10);
        assertThat(kit.as(cpe).get(onlyCase().address()).statements()).isLessThan(10);
    }
}
