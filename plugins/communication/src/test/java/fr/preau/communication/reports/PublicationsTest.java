package fr.preau.communication.reports;

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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** News, surveys, events and circulars are reported, judged and withdrawn as messages are. */
@PreauTest
class PublicationsTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    private final PreauKit kit;
    private final KitPerson secretary;
    private final KitPerson cpe;

    PublicationsTest(PreauKit kit) {
        this.kit = kit;
        this.secretary = kit.staff(SECRETARY);
        this.cpe = kit.staff(CPE);
    }

    @BeforeEach
    void onAMonday() {
        kit.clock().set(MONDAY);
    }

    /** Something that was published. */
    private record Published(Evidence.Kind kind, String id, String page) {

        String address() {
            return "/published/" + kind + "/" + id;
        }
    }

    private Published news() {
        return news(
                Form.of("title", "Alerte", "text", "Une bombe.")
                        .with("profiles", "PUPIL")
                        .with("profiles", "GUARDIAN")
                        .with("profiles", "TEACHER"));
    }

    private Published news(Form form) {
        String id =
                kit.as(secretary)
                        .post("/newsroom", form.with("key", UUID.randomUUID().toString()))
                        .json()
                        .getString("id");
        String version =
                String.valueOf(kit.as(secretary).get("/newsroom/" + id).json().getInt("version"));
        kit.as(secretary).post("/newsroom/" + id + "/publish", Form.of("version", version));
        return new Published(Evidence.Kind.NEWS, id, "/news/" + id);
    }

    private Published survey() {
        UUID id = UUID.randomUUID();
        String classId = kit.college().schoolClass("5eA").id().toString();
        kit.as(kit.teacher())
                .post(
                        "/surveys/new",
                        Form.of(
                                        "title", "La cantine",
                                        "intro", "Dites tout.",
                                        "asks", "PUPIL",
                                        "perFamily", "false",
                                        "anonymous", "false",
                                        "opens", "2026-11-23T09:00",
                                        "closes", "2026-11-30T20:00",
                                        "key", id.toString())
                                .with("classes", classId));
        String page = "/surveys/" + id;
        kit.as(kit.teacher())
                .post(
                        page + "/edit",
                        Form.of(
                                "kind", "ONE",
                                "wording", "Qui est nul ?",
                                "choices", "Inès\nLéo",
                                "required", "true"));
        kit.as(kit.teacher()).post(page + "/publish", Form.empty());
        return new Published(Evidence.Kind.SURVEY, id.toString(), page);
    }

    private Published event() {
        String page =
                Objects.requireNonNull(
                        kit.as(secretary)
                                .inBrowser()
                                .post(
                                        "/calendar/events",
                                        Form.of(
                                                        "key", UUID.randomUUID().toString(),
                                                        "kind", "COLLEGE",
                                                        "title", "Blocus",
                                                        "day", "2026-11-27",
                                                        "from", "08:00",
                                                        "to", "09:00",
                                                        "place", "Devant la grille",
                                                        "details", "Venez tous.")
                                                .with("readers", "pupils")
                                                .with("readers", "guardians")
                                                .with("readers", "teachers"))
                                .location());
        String address = page.substring(page.indexOf("/calendar/"));
        String id = address.substring(address.lastIndexOf('/') + 1);
        return new Published(Evidence.Kind.EVENT, id, address);
    }

    private Published circular() {
        String draft = kit.as(secretary).get("/circulars/new").json().getString("draft");
        kit.as(secretary)
                .post(
                        "/circulars/drafts/" + draft + "/preview",
                        Form.of(
                                        "title", "Sortie",
                                        "text", "Rendez-vous à minuit.",
                                        "deadline", "2026-12-08")
                                .with("to", "class:" + kit.college().schoolClass("5eA").id()));
        String version =
                String.valueOf(
                        kit.as(secretary)
                                .get("/circulars/drafts/" + draft + "/preview")
                                .json()
                                .getInt("version"));
        kit.as(secretary).post("/circulars/drafts/" + draft + "/send", Form.of("version", version));
        return new Published(Evidence.Kind.CIRCULAR, draft, "/circulars/" + draft);
    }

    private KitAnswer report(KitPerson reader, Published thing) {
        return kit.as(reader).post(thing.address() + "/reports", Form.empty());
    }

    private CasePage onlyCase() {
        List<QueuePage.Line> lines =
                kit.as(cpe).get("/safety/reports").as(QueuePage.class).reports().items();
        assertThat(lines).hasSize(1);
        return kit.as(cpe).get("/safety/reports/" + lines.get(0).report()).as(CasePage.class);
    }

    private CasePage close(String outcome) {
        return kit.as(cpe)
                .post(onlyCase().address() + "/closing", Form.of("outcome", outcome))
                .as(CasePage.class);
    }

    private KitAnswer withdraw(KitPerson judge, Published thing) {
        return kit.as(judge).post(thing.address() + "/withdrawal", Form.empty());
    }

    private int seen(KitPerson reader, Published thing) {
        return kit.as(reader).get(thing.page()).status();
    }

    /** Reported by a reader, taken from the queue, given back. */
    private void isReportedWithdrawnAndGivenBack(
            Published thing, KitPerson reader, KitPerson author, String words) {
        assertThat(kit.as(reader).get(thing.page()).html()).contains("Signaler</button>");
        assertThat(kit.as(author).get(thing.page()).html()).doesNotContain("Signaler</button>");
        assertThat(report(author, thing).status()).isEqualTo(404);

        KitAnswer reported = report(reader, thing);

        assertThat(reported.status()).isEqualTo(200);
        assertThat(reported.location()).startsWith("/reports/");
        assertThat(kit.as(reader).get(String.valueOf(reported.location())).html())
                .as("back to where it was found")
                .doesNotContain("Retour aux messages");
        CasePage found = onlyCase();
        assertThat(found.kind()).isEqualTo(thing.kind());
        assertThat(found.text()).contains(words);
        assertThat(found.authorName()).isEqualTo(author.displayName());
        assertThat(found.dueAt()).isEqualTo(MONDAY.plus(Duration.ofHours(24)));
        assertThat(found.changed()).isEmpty();
        assertThat(kit.as(cpe).get(found.address()).html()).contains("Retirer pour tous");
        CasePage closed = close("WITHDRAWN");
        assertThat(closed.withdrawn()).isTrue();
        assertThat(seen(reader, thing)).isEqualTo(404);
        assertThat(report(reader, thing).status()).isEqualTo(404);
        kit.as(cpe).post(closed.address() + "/return", Form.empty());
        assertThat(seen(reader, thing)).isEqualTo(200);
    }

    @Test
    void aNewsIsReportedByAPupilWithdrawnAndGivenBack() {
        isReportedWithdrawnAndGivenBack(news(), kit.pupil(), secretary, "Une bombe.");
    }

    @Test
    void aSurveyIsReportedWithItsQuestionsWithdrawnAndGivenBack() {
        isReportedWithdrawnAndGivenBack(survey(), kit.pupil(), kit.teacher(), "Qui est nul ?");
    }

    @Test
    void anEventIsReportedByATeacherWithdrawnAndGivenBack() {
        isReportedWithdrawnAndGivenBack(event(), kit.teacher(), secretary, "Devant la grille");
    }

    @Test
    void aCircularIsReportedByAGuardianWithdrawnAndGivenBack() {
        isReportedWithdrawnAndGivenBack(circular(), kit.guardian(), secretary, "à minuit");
    }

    @Test
    void twoReadersWhoReportTheSameMakeOneCaseAndOtherWordsAnotherOne() {
        Published news = news();
        report(kit.pupil(), news);
        report(kit.pupil(), news);
        report(kit.guardian(), news);
        assertThat(onlyCase().reporters()).hasSize(2);

        String version =
                String.valueOf(
                        kit.as(secretary).get("/newsroom/" + news.id()).json().getInt("version"));
        kit.as(secretary)
                .post(
                        "/newsroom/" + news.id(),
                        Form.of("title", "Alerte", "text", "Deux bombes.", "version", version)
                                .with("profiles", "PUPIL"));
        report(kit.pupil(), news);

        List<QueuePage.Line> lines =
                kit.as(cpe).get("/safety/reports").as(QueuePage.class).reports().items();
        assertThat(lines)
                .extracting(
                        line ->
                                kit.as(cpe)
                                        .get("/safety/reports/" + line.report())
                                        .as(CasePage.class)
                                        .text())
                .containsExactlyInAnyOrder("Une bombe.", "Deux bombes.");
    }

    @Test
    void whatTwoCasesWithdrewIsShownAgainOnceBothHaveGivenItBack() {
        Published news = news();
        report(kit.pupil(), news);
        String version =
                String.valueOf(
                        kit.as(secretary).get("/newsroom/" + news.id()).json().getInt("version"));
        kit.as(secretary)
                .post(
                        "/newsroom/" + news.id(),
                        Form.of("title", "Alerte", "text", "Deux bombes.", "version", version)
                                .with("profiles", "PUPIL"));
        report(kit.pupil(), news);
        List<String> cases =
                kit.as(cpe).get("/safety/reports").as(QueuePage.class).reports().items().stream()
                        .map(line -> "/safety/reports/" + line.report())
                        .toList();
        assertThat(cases).hasSize(2);
        kit.as(cpe).post(cases.get(0) + "/closing", Form.of("outcome", "WITHDRAWN"));
        List<ToldNotice> told = kit.notices(secretary);
        kit.as(cpe).post(cases.get(1) + "/closing", Form.of("outcome", "WITHDRAWN"));
        assertThat(seen(kit.pupil(), news)).isEqualTo(404);
        assertThat(told).isNotEmpty();
        assertThat(kit.notices(secretary)).as("told once").isEqualTo(told);

        kit.as(cpe).post(cases.get(0) + "/return", Form.empty());

        assertThat(seen(kit.pupil(), news)).isEqualTo(404);
        KitAnswer first = kit.as(cpe).get(cases.get(0));
        assertThat(first.as(CasePage.class).withdrawn()).isFalse();
        assertThat(first.html())
                .contains("Un autre signalement retire ce contenu", cases.get(1) + "\"");
        assertThat(kit.as(cpe).get(cases.get(1)).as(CasePage.class).withdrawn()).isTrue();
        kit.as(cpe).post(cases.get(1) + "/return", Form.empty());
        assertThat(seen(kit.pupil(), news)).isEqualTo(200);
        assertThat(kit.as(cpe).get(cases.get(0)).html())
                .doesNotContain("Un autre signalement retire");
    }

    @Test
    void thePictureOfANewsIsKeptWithTheEvidence() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(
                new java.awt.image.BufferedImage(40, 30, java.awt.image.BufferedImage.TYPE_INT_RGB),
                "png",
                png);
        Published news =
                news(
                        Form.of("title", "Alerte", "text", "Une bombe.", "pictureAlt", "Une photo")
                                .with("profiles", "PUPIL")
                                .withFile("picture", "photo.png", "image/png", png.toByteArray()));

        report(kit.pupil(), news);

        CasePage found = onlyCase();
        assertThat(found.files()).hasSize(1);
        assertThat(kit.as(cpe).get(found.addressOf(found.files().get(0))).status()).isEqualTo(200);
    }

    @Test
    void whatSomebodyIsNotShownTheyDoNotReport() {
        Published survey = survey();
        Published circular = circular();
        Published news =
                news(Form.of("title", "Pour eux", "text", "Texte.").with("profiles", "TEACHER"));

        assertThat(report(kit.guardian(), survey).status()).isEqualTo(404);
        assertThat(report(kit.pupil(), circular).status()).isEqualTo(404);
        assertThat(report(kit.otherCollege().guardian(), circular).status()).isEqualTo(404);
        assertThat(report(kit.pupil(), news).status()).isEqualTo(404);
        assertThat(report(kit.otherCollege().teacher(), news).status()).isEqualTo(404);
        assertThat(
                        kit.as(kit.pupil())
                                .post("/published/LETTER/" + news.id() + "/reports", Form.empty())
                                .status())
                .isEqualTo(404);
        assertThat(
                        kit.as(kit.pupil())
                                .post("/published/NOTHING/" + news.id() + "/reports", Form.empty())
                                .status())
                .isBetween(400, 422);
    }

    @Test
    void whatOnePersonHasInTheirOwnCalendarIsNobodysToReport() {
        String page =
                Objects.requireNonNull(
                        kit.as(kit.pupil())
                                .inBrowser()
                                .post(
                                        "/calendar/events",
                                        Form.of(
                                                "key", UUID.randomUUID().toString(),
                                                "kind", "PERSONAL",
                                                "title", "Piscine",
                                                "day", "2026-11-27",
                                                "from", "08:00",
                                                "to", "09:00"))
                                .location());
        String id = page.substring(page.lastIndexOf('/') + 1);
        Published own = new Published(Evidence.Kind.EVENT, id, page);

        assertThat(report(kit.pupil(), own).status()).isEqualTo(404);
        assertThat(withdraw(cpe, own).status()).isEqualTo(404);
    }

    @Test
    void theSchoolTakesWhatWasPublishedFromEverybodyWithoutAReport() {
        for (Published thing : List.of(news(), survey(), event(), circular())) {
            KitPerson reader =
                    thing.kind() == Evidence.Kind.CIRCULAR ? kit.guardian() : kit.pupil();
            assertThat(seen(reader, thing)).isEqualTo(200);

            KitAnswer withdrawn = withdraw(cpe, thing);

            assertThat(withdrawn.status()).as("%s", thing).isEqualTo(200);
            CasePage found = withdrawn.as(CasePage.class);
            assertThat(found.open()).isFalse();
            assertThat(found.withdrawn()).isTrue();
            assertThat(found.reporters()).isEmpty();
            assertThat(seen(reader, thing)).as("%s", thing).isEqualTo(404);
            assertThat(withdraw(cpe, thing).status()).isEqualTo(404);
        }
        assertThat(kit.as(kit.staff(PRINCIPAL)).get("/safety/journal").html())
                .contains("Actualité", "Sondage", "Événement du calendrier", "Circulaire");
        assertThat(kit.notices(secretary))
                .filteredOn(notice -> notice.title().contains("retiré par le collège"))
                .hasSize(3);
    }

    private List<String> titles(KitPerson person) {
        return kit.notices(person).stream().map(ToldNotice::title).toList();
    }

    @Test
    void aWithdrawnCircularIsCorrectedByNobody() {
        Published circular = circular();
        String correction = "/circulars/new?replaces=" + circular.id();
        assertThat(kit.as(secretary).get(correction).status()).isEqualTo(200);
        withdraw(cpe, circular);

        KitAnswer refused = kit.as(secretary).get(correction);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem().type()).isEqualTo("circular-withdrawn");
        assertThat(kit.as(secretary).get("/circulars/sent/" + circular.id()).html())
                .doesNotContain("/circulars/new?replaces=");
    }

    @Test
    void theTitleOfAWithdrawnCircularLeavesTheBellOfEachGuardianWithItsReminders() {
        Published circular = circular();
        Published other = circular();
        kit.clock().set(Instant.parse("2026-12-06T06:31:00Z"));
        kit.runJob("care-for-circulars");
        kit.clock().set(Instant.parse("2026-12-08T06:31:00Z"));
        kit.runJob("care-for-circulars");
        assertThat(titles(kit.guardian())).hasSize(6).allMatch(title -> title.contains("Sortie"));

        withdraw(cpe, circular);

        assertThat(kit.notices(kit.guardian()))
                .extracting(ToldNotice::path)
                .containsExactly(other.page(), other.page(), other.page());
    }

    @Test
    void theTitleOfAWithdrawnSurveyLeavesTheBellWithItsReminder() {
        Published survey = survey();
        kit.as(kit.teacher()).post(survey.page() + "/remind", Form.empty());
        assertThat(titles(kit.pupil())).hasSize(2).allMatch(title -> title.contains("La cantine"));

        withdraw(cpe, survey);

        assertThat(titles(kit.pupil())).isEmpty();
    }

    @Test
    void theTitleOfAWithdrawnEventThatWasCancelledLeavesTheBell() {
        Published event = event();
        kit.as(secretary).post(event.page() + "/cancel", Form.empty());
        assertThat(titles(kit.pupil())).singleElement().asString().contains("Blocus");

        withdraw(cpe, event);

        assertThat(titles(kit.pupil())).isEmpty();
    }

    @Test
    void onlyThoseWhoAnswerForTheSchoolWithdraw() {
        Published news = news();

        for (KitPerson one : List.of(kit.pupil(), kit.guardian(), kit.teacher(), secretary)) {
            assertThat(withdraw(one, news).status()).isEqualTo(403);
        }
        assertThat(withdraw(kit.otherCollege().staff(CPE), news).status()).isEqualTo(404);
        assertThat(seen(kit.pupil(), news)).isEqualTo(200);
    }

    @Test
    void aWithdrawnNewsIsPublishedAgainByNobodyButTheSchool() {
        Published news = news();
        withdraw(cpe, news);
        String room = "/newsroom/" + news.id();
        KitAnswer shown = kit.as(secretary).get(room);
        String version = String.valueOf(shown.json().getInt("version"));

        assertThat(shown.html()).contains("Retirée par le collège").doesNotContain("/publish\"");
        for (String act : List.of("publish", "take-back", "archive", "delete", "send")) {
            assertThat(
                            kit.as(secretary)
                                    .post(room + "/" + act, Form.of("version", version))
                                    .status())
                    .as(act)
                    .isEqualTo(409);
        }
        assertThat(
                        kit.as(secretary)
                                .post(
                                        room,
                                        Form.of(
                                                        "title", "Encore", "text", "Oui", "version",
                                                        version)
                                                .with("profiles", "PUPIL"))
                                .status())
                .isEqualTo(409);
        assertThat(seen(kit.pupil(), news)).isEqualTo(404);
        assertThat(kit.as(kit.staff(PRINCIPAL)).get("/newsroom?view=ARCHIVED").html())
                .contains("Alerte");
    }

    @Test
    void aWithdrawnSurveyIsChangedAndPublishedByItsAuthorNoMore() {
        Published survey = survey();
        withdraw(cpe, survey);

        assertThat(kit.as(kit.teacher()).get(survey.page() + "/edit").html())
                .contains("Retiré par le collège")
                .doesNotContain("/publish\"", "/delete\"");
        for (String act : List.of("publish", "draft", "close", "delete", "remind", "asked")) {
            assertThat(kit.as(kit.teacher()).post(survey.page() + "/" + act, Form.empty()).status())
                    .as(act)
                    .isEqualTo(409);
        }
        assertThat(seen(kit.pupil(), survey)).isEqualTo(404);
    }

    @Test
    void aWithdrawnCircularTakesNoAnswerAndIsOnNoCard() {
        Published circular = circular();
        assertThat(kit.as(kit.guardian()).card("to-answer").html()).contains("Sortie");
        withdraw(cpe, circular);

        assertThat(kit.as(kit.guardian()).card("to-answer").html()).doesNotContain("Sortie");
        assertThat(kit.as(kit.guardian()).get("/circulars").html()).doesNotContain("Sortie");
        assertThat(
                        kit.as(kit.guardian())
                                .post(
                                        circular.page() + "/answers",
                                        Form.of("child", kit.pupil().id().toString(), "seen", "0"))
                                .status())
                .isEqualTo(404);
        assertThat(kit.as(secretary).get("/circulars/sent/" + circular.id()).html())
                .contains("Cette circulaire est retirée par le collège");
    }

    @Test
    void aWithdrawnEventIsInNoFeedAnyMore() {
        Published event = event();
        withdraw(cpe, event);

        assertThat(kit.as(kit.pupil()).get("/calendar").html()).doesNotContain("Blocus");
        assertThat(kit.as(secretary).get("/calendar").html()).doesNotContain("Blocus");
        assertThat(kit.as(secretary).post(event.page() + "/cancel", Form.empty()).status())
                .isEqualTo(404);
    }

    private List<QueuePage.Line> deleted() {
        return kit.as(cpe)
                .get("/safety/reports?deleted=true")
                .as(QueuePage.class)
                .reports()
                .items();
    }

    private void assertOnlyDeleted(Evidence.Kind kind, String words) {
        assertThat(deleted()).singleElement().matches(line -> line.kind() == kind);
        CasePage page =
                kit.as(cpe).get("/safety/reports/" + deleted().get(0).report()).as(CasePage.class);
        assertThat(page.text()).contains(words);
        assertThat(page.outcome()).isEqualTo(Report.Outcome.DELETED);
        assertThat(page.open()).isFalse();
        assertThat(page.withdrawn()).isFalse();
        assertThat(kit.as(cpe).get("/safety/reports/" + page.report()).html())
                .contains("Supprimé ou réécrit", "Par ")
                .doesNotContain("/return\"");
        assertThat(kit.as(cpe).get("/safety/reports").as(QueuePage.class).reports().items())
                .isEmpty();
        assertThat(kit.as(cpe).get("/safety/reports?done=true").html())
                .contains("Aucun signalement traité");
    }

    @Test
    void newsThatTheirAuthorTakesBackAreKeptAsTheyWereRead() {
        Published news = news();
        String version =
                String.valueOf(
                        kit.as(secretary).get("/newsroom/" + news.id()).json().getInt("version"));

        kit.as(secretary)
                .post("/newsroom/" + news.id() + "/take-back", Form.of("version", version));

        assertThat(kit.as(kit.pupil()).get(news.page()).status()).isEqualTo(404);
        assertOnlyDeleted(Evidence.Kind.NEWS, "Une bombe.");
    }

    @Test
    void aSurveyThatItsAuthorDeletesIsKeptAsItWasAsked() {
        Published survey = survey();

        kit.as(kit.teacher()).post(survey.page() + "/delete", Form.empty());

        assertThat(kit.as(kit.pupil()).get(survey.page()).status()).isEqualTo(404);
        assertOnlyDeleted(Evidence.Kind.SURVEY, "Qui est nul ?");
    }

    @Test
    void anEventThatItsAuthorDeletesIsKeptAsItWasShown() {
        Published event = event();

        kit.as(secretary).post(event.page() + "/delete", Form.empty());

        assertThat(kit.as(kit.pupil()).get(event.page()).status()).isEqualTo(404);
        assertOnlyDeleted(Evidence.Kind.EVENT, "Venez tous.");
    }

    @Test
    void whatWasReportedAndIsDeletedThenIsJudgedAllTheSame() {
        Published event = event();
        report(kit.pupil(), event);

        kit.as(secretary).post(event.page() + "/delete", Form.empty());

        assertThat(deleted()).hasSize(1);
        assertThat(onlyCase().text()).contains("Venez tous.");
    }

    @Test
    void itsAuthorLearnsTheSameWhetherItWasReportedOrNot() {
        Published reported = event();
        Published quiet = event();
        report(kit.pupil(), reported);

        kit.as(secretary).post(reported.page() + "/delete", Form.empty());
        kit.as(secretary).post(quiet.page() + "/delete", Form.empty());

        String export = kit.personalData().export(secretary).orElseThrow().toString();
        assertThat(export.split("Venez tous", -1)).hasSize(3);
        assertThat(export).contains("Supprimé ou réécrit");
    }

    @Test
    void whatIsRewrittenBeforeItIsDeletedIsKeptAsItWas() {
        Published event = event();
        String revision =
                String.valueOf(kit.as(secretary).get(event.page()).json().getInt("revision"));
        kit.as(secretary)
                .post(
                        event.page(),
                        Form.of("kind", "COLLEGE", "title", "Réunion", "day", "2026-11-27")
                                .with("readers", "pupils")
                                .with("revision", revision));
        kit.as(secretary).post(event.page() + "/delete", Form.empty());

        assertThat(deleted()).hasSize(2);
        assertThat(deleted()).extracting(QueuePage.Line::subject).contains("Blocus", "Réunion");
    }

    @Test
    void newsThatAreReportedAfterTheyWereTakenBackReachThoseWhoJudge() {
        Published news = news();
        String page = "/newsroom/" + news.id();
        for (String act : List.of("take-back", "publish")) {
            String version = String.valueOf(kit.as(secretary).get(page).json().getInt("version"));
            kit.as(secretary).post(page + "/" + act, Form.of("version", version));
        }

        report(kit.pupil(), news);

        assertThat(onlyCase().reporters()).hasSize(1);
        assertThat(kit.notices(cpe)).isNotEmpty();
    }

    @Test
    void whatIsKeptOfADeletedThingIsHandedToItsAuthorAndGoesAfterAYear() {
        Published event = event();
        kit.as(secretary).post(event.page() + "/delete", Form.empty());
        assertThat(kit.personalData().export(secretary).toString()).contains("Venez tous.");

        kit.clock().advance(Duration.ofDays(366));
        kit.runJob("forget-evidence");

        assertThat(deleted()).isEmpty();
        assertThat(kit.personalData().export(secretary).toString()).doesNotContain("Venez tous.");
    }
}
