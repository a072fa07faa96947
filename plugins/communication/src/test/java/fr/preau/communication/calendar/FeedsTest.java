package fr.preau.communication.calendar;

import static fr.preau.api.school.StaffFunction.PRINCIPAL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Secret addresses for calendars of other programs. */
@PreauTest
class FeedsTest {

    private final PreauKit kit;

    FeedsTest(PreauKit kit) {
        this.kit = kit;
    }

    @BeforeEach
    void itIsTheThirdOfNovember() {
        kit.clock().set(Instant.parse("2026-11-03T09:00:00Z"));
    }

    private String address(KitPerson person) {
        FeedPage page = kit.as(person).post("/calendar/elsewhere", Form.empty()).as(FeedPage.class);
        return String.valueOf(page.address());
    }

    private KitAnswer ask(String address) {
        return kit.fromOutside().get(address);
    }

    private List<String> titles(String address) throws Exception {
        KitAnswer answer = ask(address);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(answer.bytes()));
        assertThat(calendar.validate(true).getEntries()).isEmpty();
        return calendar.getComponents("VEVENT").stream()
                .map(event -> event.getRequiredProperty("SUMMARY").getValue())
                .filter(title -> !title.startsWith("Vacances") && !title.startsWith("Pont"))
                .toList();
    }

    private void enter(KitPerson author, Form form) {
        assertThat(kit.as(author).post("/calendar/events", form).status()).isEqualTo(200);
    }

    private String classId(String name) {
        return kit.college().schoolClass(name).id().toString();
    }

    @Test
    void whoeverHasTheAddressReadsTheTitlesThatItsOwnerSeesAndNoMore() throws Exception {
        enter(
                kit.teacher(),
                Form.of(
                        "title",
                        "Musée 🎨",
                        "day",
                        "2026-11-17",
                        "kind",
                        "CLASSES",
                        "classes",
                        classId("5eA"),
                        "readers",
                        "guardians",
                        "details",
                        "Code du portail 1234"));
        enter(
                kit.teacher(),
                Form.of(
                        "title",
                        "Autre classe",
                        "day",
                        "2026-11-17",
                        "kind",
                        "CLASSES",
                        "classes",
                        classId("5eB"),
                        "readers",
                        "guardians"));
        enter(
                kit.staff(PRINCIPAL),
                Form.of(
                        "title",
                        "Pour les professeurs",
                        "day",
                        "2026-11-17",
                        "kind",
                        "COLLEGE",
                        "readers",
                        "teachers"));
        enter(kit.guardian(), Form.of("title", "Dentiste", "day", "2026-11-18"));
        enter(kit.pupil(), Form.of("title", "Secret", "day", "2026-11-18"));
        String address = address(kit.guardian());

        assertThat(titles(address)).containsExactly("Musée 🎨", "Dentiste");
        KitAnswer answer = ask(address);
        assertThat(answer.header("Content-Type")).isEqualTo("text/calendar;charset=utf-8");
        assertThat(new String(answer.bytes(), UTF_8))
                .contains("Vacances de Noël")
                .doesNotContain("1234", "Julie", "Faure");
        assertThat(answer.statements()).isLessThanOrEqualTo(10);
    }

    @Test
    void aNewAddressKillsTheOneBeforeAndADeadOneLooksLikeOneThatNeverWas() {
        String first = address(kit.pupil());
        assertThat(ask(first).status()).isEqualTo(200);
        String second = address(kit.pupil());

        assertThat(second).isNotEqualTo(first);
        assertThat(ask(second).status()).isEqualTo(200);
        KitAnswer dead = ask(first);
        KitAnswer never = ask("/calendar/feeds/" + "A".repeat(43) + "/preau.ics");
        assertThat(dead.status()).isEqualTo(404);
        assertThat(never.status()).isEqualTo(404);
        assertThat(dead.problem()).isEqualTo(never.problem());
        assertThat(dead.statements()).isEqualTo(never.statements());

        kit.as(kit.pupil()).post("/calendar/elsewhere/end", Form.empty());
        assertThat(ask(second).status()).isEqualTo(404);
    }

    @Test
    void theAddressIsShownOnceAndNeverStandsInTheDatabase() {
        String address = address(kit.pupil());

        KitAnswer later = kit.as(kit.pupil()).get("/calendar/elsewhere");
        assertThat(later.html())
                .contains(
                        "mardi 3\u00a0novembre 2026",
                        "Remplacer par une nouvelle adresse",
                        "Google Agenda")
                .doesNotContain("/feeds/");
        assertThat(address).matches("/calendar/feeds/[A-Za-z0-9_-]{43}/preau\\.ics");
        assertThat(kit.personalData().export(kit.pupil()).orElseThrow().toString())
                .contains("Adresse secrète")
                .doesNotContain(address.split("/")[3]);
    }

    @Test
    void anAddressOpensItsOwnCollegeAlone() {
        String address = address(kit.pupil());

        assertThat(kit.as(kit.otherCollege().pupil()).get(address).status()).isEqualTo(404);
    }

    @Test
    void whatIsErasedAnswersNoMore() {
        String address = address(kit.pupil());
        kit.personalData().erase(kit.pupil());

        assertThat(ask(address).status()).isEqualTo(404);
    }

    @Test
    void theTagStaysUntilSomethingChanges() {
        String address = address(kit.pupil());
        String tag = String.valueOf(ask(address).header("ETag"));
        assertThat(ask(address).header("ETag")).isEqualTo(tag);

        enter(kit.pupil(), Form.of("title", "Judo", "day", "2026-11-18"));

        assertThat(ask(address).header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void aProgramThatAsksAllTheTimeIsToldToWait() {
        String address = address(kit.pupil());
        for (int i = 0; i < FeedPace.MOST; i++) {
            assertThat(ask(address).status()).isEqualTo(200);
        }

        assertThat(ask(address).status()).isEqualTo(429);
        kit.clock().advance(FeedPace.WITHIN);
        assertThat(ask(address).status()).isEqualTo(200);
    }

    @Test
    void cancelledAndRepeatedEventsAreReadAsTheyAre() throws Exception {
        KitAnswer entered =
                kit.as(kit.pupil())
                        .inBrowser()
                        .post(
                                "/calendar/events",
                                Form.of(
                                        "title",
                                        "Chorale",
                                        "day",
                                        "2026-12-08",
                                        "from",
                                        "17:00",
                                        "to",
                                        "18:00",
                                        "until",
                                        "2027-01-12",
                                        "skip",
                                        "holidays"));
        kit.as(kit.pupil()).post(entered.location() + "/cancel", Form.of("day", "2026-12-15"));

        String text = new String(ask(address(kit.pupil())).bytes(), UTF_8);

        assertThat(text)
                .contains(
                        "RRULE:FREQ=WEEKLY;UNTIL=20270112T160000Z",
                        "EXDATE;TZID=Europe/Paris:20261222T170000",
                        "RECURRENCE-ID;TZID=Europe/Paris:20261215T170000",
                        "STATUS:CANCELLED");
        assertThat(titles(address(kit.pupil())))
                .containsExactly("Chorale", "Annulé\u00a0: Chorale");
    }
}
