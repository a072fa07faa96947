package fr.preau.communication.safety;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people can do, and what they are told, while writing is closed. */
@PreauTest
class ClosedWritingTest {

    private static final String NOTICE = "Des comptes volés menacent le collège.";

    private static final String AGENDA =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            UID:1@ailleurs.example
            DTSTART;VALUE=DATE:20301112
            SUMMARY:Rendez-vous à la gare
            END:VEVENT
            END:VCALENDAR
            """;

    private final PreauKit kit;
    private final KitPerson guardian;
    private final KitPerson teacher;

    ClosedWritingTest(PreauKit kit) {
        this.kit = kit;
        this.guardian = kit.guardian();
        this.teacher = kit.teacher();
    }

    private static Form letter(KitPerson to, String text) {
        return Form.of("to", "person:" + to.id())
                .with("subject", "Demain")
                .with("text", text)
                .with("key", UUID.randomUUID().toString());
    }

    private String conversation() {
        String location =
                Objects.requireNonNull(
                        kit.as(teacher).post("/messages", letter(guardian, "Bonjour.")).location());
        arrives();
        return location;
    }

    /** Until then its author may take it back. */
    private void arrives() {
        kit.clock().advance(Duration.ofSeconds(11));
    }

    @Test
    void theNoticeStandsWhereOneWouldWriteAndNothingElse() {
        kit.closeWriting(NOTICE, Profile.GUARDIAN);

        String page = kit.as(guardian).get("/messages/new").html();

        assertThat(page)
                .contains("L’envoi de messages est suspendu", NOTICE, "La lecture reste ouverte")
                .doesNotContain("name=\"text\"");
    }

    @Test
    void readingGoesOnAndTheReplyGivesWayToTheNotice() {
        String conversation = conversation();
        kit.closeWriting(NOTICE, Profile.GUARDIAN);

        KitAnswer answer = kit.as(guardian).get(conversation);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.html()).contains("Bonjour.", NOTICE).doesNotContain("name=\"text\"");
    }

    @Test
    void aFormThatWasOpenedBeforeIsNotSentAfterAndKeepsWhatWasTyped() {
        Form typed = letter(teacher, "Peut-on venir à dix heures ?");
        kit.closeWriting(NOTICE, Profile.GUARDIAN);

        KitAnswer refused = kit.as(guardian).inBrowser().post("/messages", typed);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html())
                .contains(NOTICE, "Votre texte est gardé ici", "Peut-on venir à dix heures ?")
                .contains("value=\"person:" + teacher.id() + "\"");
        assertThat(kit.as(teacher).get("/messages").json().toString()).doesNotContain("Demain");
    }

    @Test
    void theSameFormIsSentOnceWritingIsOpenAgain() {
        Form typed = letter(teacher, "Peut-on venir à dix heures ?");
        kit.closeWriting(NOTICE, Profile.GUARDIAN);
        kit.as(guardian).post("/messages", typed);

        kit.openWriting();
        kit.as(guardian).post("/messages", typed);
        arrives();

        assertThat(kit.as(teacher).get("/messages").json().toString()).contains("Demain");
    }

    @Test
    void aReplyIsKeptToo() {
        String conversation = conversation();
        kit.closeWriting(NOTICE, Profile.GUARDIAN);

        KitAnswer refused =
                kit.as(guardian)
                        .inBrowser()
                        .post(conversation + "/replies", Form.of("text", "Je viens demain."));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).contains(NOTICE, "Je viens demain.");
        assertThat(kit.as(teacher).get(conversation).json().toString())
                .doesNotContain("Je viens demain.");
    }

    @Test
    void aProgramIsRefusedWithTheNotice() {
        kit.closeWriting(NOTICE, Profile.GUARDIAN);

        KitAnswer refused = kit.as(guardian).post("/messages", letter(teacher, "Bonjour."));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations().get(WritingGuard.FIELD))
                .singleElement()
                .asString()
                .startsWith(NOTICE);
    }

    @Test
    void whoIsNotConcernedWritesAsEver() {
        kit.closeWriting(NOTICE, Profile.PUPIL, Profile.GUARDIAN);

        String conversation = conversation();

        assertThat(kit.as(guardian).get(conversation).json().toString()).contains("Bonjour.");
    }

    @Test
    void aTeacherIsToldBeforeChoosingAnybody() {
        kit.closeWriting(NOTICE, Profile.TEACHER);

        assertThat(kit.as(teacher).get("/messages/recipients").html())
                .contains("L’envoi de messages est suspendu", NOTICE);
    }

    private Form event(String kind) {
        return Form.of("title", "Rendez-vous à la gare")
                .with("day", "2030-11-12")
                .with("kind", kind)
                .with("readers", "pupils")
                .with("classes", kit.college().schoolClass("5eA").id().toString());
    }

    @Test
    void nothingIsPutIntoTheCalendarsOfOthersEitherAndOnesOwnStaysOpen() {
        String own =
                Objects.requireNonNull(
                        kit.as(teacher).post("/calendar/events", event("CLASSES")).location());
        kit.closeWriting(NOTICE, Profile.TEACHER);

        KitAnswer refused = kit.as(teacher).inBrowser().post("/calendar/events", event("CLASSES"));
        KitAnswer changed =
                kit.as(teacher)
                        .inBrowser()
                        .post(own, event("CLASSES").with("revision", "1").with("place", "Quai 2"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).contains(NOTICE, "Rendez-vous à la gare");
        assertThat(changed.status()).isEqualTo(422);
        assertThat(kit.as(teacher).post("/calendar/events", event("PERSONAL")).status())
                .isLessThan(300);
    }

    @Test
    void aFileIsNotTakenOverForTheCollegeEither() {
        KitPerson principal = kit.staff(StaffFunction.PRINCIPAL);
        String file =
                Objects.requireNonNull(
                        kit.as(principal)
                                .post(
                                        "/calendar/import",
                                        Form.of("kind", "COLLEGE")
                                                .withFile(
                                                        "file",
                                                        "agenda.ics",
                                                        "text/calendar",
                                                        AGENDA.getBytes(StandardCharsets.UTF_8)))
                                .location());
        kit.closeWriting(NOTICE, Profile.STAFF);

        KitAnswer refused = kit.as(principal).post(file, Form.empty());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem().type()).isEqualTo("writing-closed");
        kit.openWriting();
        assertThat(kit.as(principal).post(file, Form.empty()).status()).isLessThan(300);
    }

    @Test
    void whatWaitsForItsTimeDoesNotGoOnceWritingIsClosedAndStaysADraft() {
        kit.clock().set(Instant.parse("2026-12-01T08:00:00Z"));
        kit.as(teacher)
                .post(
                        "/messages/later",
                        letter(guardian, "Bonjour.").with("on", "2026-12-01").with("at", "10:00"));
        kit.closeWriting(NOTICE, Profile.TEACHER);

        kit.clock().set(Instant.parse("2026-12-01T09:05:00Z"));
        kit.runJob("send-later");
        kit.openWriting();
        kit.runJob("send-later");

        assertThat(kit.as(guardian).get("/messages").json().toString()).doesNotContain("Demain");
        assertThat(kit.as(teacher).get("/drafts").html()).contains("Demain");
    }

    @Test
    void whatWasScheduledGoesOnWaitingWhenWritingIsClosedASecondTime() {
        kit.clock().set(Instant.parse("2026-12-01T08:00:00Z"));
        String id = newsOfTheHour("10:00");
        kit.closeWriting(NOTICE, Profile.STAFF);

        kit.clock().set(Instant.parse("2026-12-01T09:05:00Z"));
        kit.closeWriting("Fermé encore.", Profile.STAFF);
        kit.clock().set(Instant.parse("2026-12-01T09:10:00Z"));

        assertThat(kit.as(guardian).get("/news/" + id).status()).isEqualTo(404);
        assertThat(kit.as(guardian).card("news").json().toString()).doesNotContain("Demain matin");
        kit.openWriting();
        kit.clock().advance(Duration.ofSeconds(6));
        assertThat(kit.as(guardian).get("/news/" + id).status()).isEqualTo(200);
    }

    /** Of the principal, for guardians, published on this day at an hour. */
    private String newsOfTheHour(String hour) {
        KitPerson principal = kit.staff(StaffFunction.PRINCIPAL);
        String id =
                kit.as(principal)
                        .post(
                                "/newsroom",
                                Form.of("key", UUID.randomUUID().toString())
                                        .with("title", "Demain matin")
                                        .with("text", "Ne venez pas.")
                                        .with("profiles", "GUARDIAN")
                                        .with("from", "2026-12-01")
                                        .with("hour", hour))
                        .json()
                        .getString("id");
        int version = kit.as(principal).get("/newsroom/" + id).json().getInt("version");
        kit.as(principal).post("/newsroom/" + id + "/publish", Form.of("version", "" + version));
        return id;
    }

    @Test
    void aNewsThatWasScheduledBeforeWaitsUntilTheStaffMayWriteAgain() {
        kit.clock().set(Instant.parse("2026-12-01T08:00:00Z"));
        String id = newsOfTheHour("10:00");
        kit.closeWriting(NOTICE, Profile.STAFF);

        kit.clock().set(Instant.parse("2026-12-01T09:05:00Z"));
        assertThat(kit.as(guardian).get("/news/" + id).status()).isEqualTo(404);
        assertThat(kit.as(guardian).get("/news").html()).doesNotContain("Demain matin");
        assertThat(kit.as(guardian).card("news").json().toString()).doesNotContain("Demain matin");

        kit.openWriting();
        kit.clock().advance(Duration.ofSeconds(6));
        assertThat(kit.as(guardian).get("/news/" + id).status()).isEqualTo(200);
        assertThat(kit.as(guardian).card("news").json().toString()).contains("Demain matin");
    }
}
