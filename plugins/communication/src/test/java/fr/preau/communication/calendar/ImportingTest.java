package fr.preau.communication.calendar;

import static fr.preau.api.school.StaffFunction.PRINCIPAL;
import static fr.preau.api.school.StaffFunction.SECRETARY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calendar files of other programs, shown first and taken over once. */
@PreauTest
class ImportingTest {

    private final PreauKit kit;

    ImportingTest(PreauKit kit) {
        this.kit = kit;
    }

    @BeforeEach
    void itIsTheThirdOfNovember() {
        kit.clock().set(Instant.parse("2026-11-03T09:00:00Z"));
    }

    private static String calendar(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + String.join("", events) + "END:VCALENDAR\r\n";
    }

    private static String event(String uid, String title, String day, String... more) {
        return "BEGIN:VEVENT\r\nUID:%s\r\nSUMMARY:%s\r\nDTSTART;TZID=Europe/Paris:%sT170000\r\nDURATION:PT1H\r\n%sEND:VEVENT\r\n"
                .formatted(uid, title, day, String.join("", more));
    }

    private KitAnswer bring(KitPerson person, String kind, byte[] file) {
        return kit.as(person)
                .inBrowser()
                .post(
                        "/calendar/import",
                        Form.of("kind", kind)
                                .withFile("file", "agenda.ics", "text/calendar", file));
    }

    private String brought(KitPerson person, String kind, String file) {
        KitAnswer answer = bring(person, kind, file.getBytes(UTF_8));
        assertThat(answer.status()).as("%s", answer).isEqualTo(303);
        return String.valueOf(answer.location());
    }

    private List<String> titles(KitPerson reader) {
        return kit
                .as(reader)
                .get("/calendar?month=2026-11")
                .as(CalendarPage.class)
                .events()
                .items()
                .stream()
                .map(CalendarPage.Line::title)
                .toList();
    }

    @Test
    void aFileIsShownBeforeItIsTakenOverAndTwiceComesToOnce() {
        String file =
                calendar(event("a", "Conseil", "20261112"), event("b", "Brevet blanc", "20261119"));
        String preview = brought(kit.staff(SECRETARY), "COLLEGE", file);

        assertThat(kit.as(kit.staff(SECRETARY)).get(preview).html())
                .contains(
                        "2 événements nouveaux",
                        "Conseil",
                        "Brevet blanc",
                        "Ajouter au calendrier du collège");
        assertThat(titles(kit.pupil())).isEmpty();

        assertThat(kit.as(kit.staff(SECRETARY)).post(preview, Form.empty()).status())
                .isEqualTo(200);
        assertThat(titles(kit.pupil())).containsExactly("Conseil", "Brevet blanc");
        assertThat(kit.as(kit.staff(SECRETARY)).post(preview, Form.empty()).status())
                .as("the button pressed twice")
                .isEqualTo(404);

        String again = brought(kit.staff(SECRETARY), "COLLEGE", file);
        assertThat(kit.as(kit.staff(SECRETARY)).get(again).html()).contains("2 déjà présents");
        kit.as(kit.staff(SECRETARY)).post(again, Form.empty());
        assertThat(titles(kit.pupil())).containsExactly("Conseil", "Brevet blanc");
    }

    @Test
    void whatHasChangedInTheFileIsChangedHere() {
        KitPerson secretary = kit.staff(SECRETARY);
        kit.as(secretary)
                .post(
                        brought(
                                secretary,
                                "COLLEGE",
                                calendar(
                                        event(
                                                "a",
                                                "Conseil",
                                                "20261112",
                                                "RRULE:FREQ=WEEKLY;COUNT=2\r\n"))),
                        Form.empty());
        assertThat(titles(kit.pupil())).containsExactly("Conseil", "Conseil");

        String changed =
                brought(
                        secretary,
                        "COLLEGE",
                        calendar(event("a", "Conseil de classe", "20261113")));
        assertThat(kit.as(secretary).get(changed).html()).contains("1 à modifier");
        kit.as(secretary).post(changed, Form.empty());

        assertThat(titles(kit.pupil())).containsExactly("Conseil de classe");
    }

    private void takeOver(String... events) {
        KitPerson secretary = kit.staff(SECRETARY);
        kit.as(secretary).post(brought(secretary, "COLLEGE", calendar(events)), Form.empty());
    }

    private List<String> told(KitPerson person) {
        return kit.notices(person).stream()
                .map(notice -> notice.title().replace('\u00a0', ' '))
                .toList();
    }

    @Test
    void readersAreToldWhatAFileMovesAndCancelsAndNothingOfWhatItAddsOrOnlySaysInOtherWords() {
        takeOver(
                event("a", "Conseil", "20261112"),
                event("b", "Brevet blanc", "20261119"),
                event("c", "Cross", "20261120"),
                event("d", "Passé", "20261101"));
        assertThat(told(kit.guardian())).isEmpty();

        takeOver(
                event("a", "Conseil", "20261113"),
                event("b", "Brevet blanc", "20261119", "STATUS:CANCELLED\r\n"),
                event("c", "Cross du collège", "20261120"),
                event("d", "Passé", "20261102"));

        assertThat(told(kit.guardian()))
                .containsExactlyInAnyOrder(
                        "Modifié : Conseil, vendredi 13 novembre 2026 · De 17 h à 18 h",
                        "Annulé : Brevet blanc, jeudi 19 novembre");
        assertThat(told(kit.staff(SECRETARY))).isEmpty();
    }

    @Test
    void ofManyChangesReadersAreToldInOneSentence() {
        String[] before = new String[5];
        String[] after = new String[5];
        for (int i = 0; i < 5; i++) {
            before[i] = event("e" + i, "Épreuve " + i, "20261112");
            after[i] = event("e" + i, "Épreuve " + i, "20261113");
        }
        takeOver(before);

        takeOver(after);

        assertThat(told(kit.guardian()))
                .containsExactly("Calendrier du collège : 5 événements ont changé");
    }

    @Test
    void whatTheSchoolHasWithdrawnIsLeftAsItIsAndToldToNobody() {
        takeOver(event("a", "Rumeur", "20261112"));
        KitPerson principal = kit.staff(PRINCIPAL);
        String thing =
                kit.as(kit.pupil())
                        .get("/calendar?month=2026-11")
                        .json()
                        .getJsonObject("events")
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("event");
        assertThat(
                        kit.as(principal)
                                .post("/published/EVENT/" + thing + "/withdrawal", Form.empty())
                                .status())
                .isEqualTo(200);

        takeOver(event("a", "Rumeur", "20261113"));

        assertThat(told(kit.guardian())).isEmpty();
        assertThat(titles(kit.pupil())).isEmpty();
    }

    @Test
    void whatReadersHaveReadIsKeptWhenAFileSaysSomethingElse() {
        takeOver(event("a", "Sortie au mémorial", "20261112"));

        takeOver(event("a", "Sortie", "20261112"));

        KitPerson principal = kit.staff(PRINCIPAL);
        String kept =
                kit.as(principal)
                        .get("/safety/reports?deleted=true")
                        .json()
                        .getJsonObject("reports")
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("report");
        assertThat(kit.as(principal).get("/safety/reports/" + kept).html())
                .contains("Sortie au mémorial");
    }

    @Test
    void exceptionsOfASeriesAreLeftOut() {
        kit.as(kit.pupil())
                .post(
                        brought(
                                kit.pupil(),
                                "PERSONAL",
                                calendar(
                                        event(
                                                "a",
                                                "Judo",
                                                "20261103",
                                                "RRULE:FREQ=WEEKLY;COUNT=4\r\n"
                                                        + "EXDATE;TZID=Europe/Paris:20261110T170000\r\n"))),
                        Form.empty());

        assertThat(titles(kit.pupil())).containsExactly("Judo", "Judo", "Judo");
        assertThat(
                        kit.as(kit.pupil())
                                .get("/calendar/days/2026-11-10")
                                .as(CalendarPage.class)
                                .events()
                                .items())
                .isEmpty();
    }

    @Test
    void whatIsBroughtForOneselfIsSeenByNobodyElse() {
        String preview =
                brought(kit.guardian(), "COLLEGE", calendar(event("a", "Dentiste", "20261112")));

        assertThat(kit.as(kit.pupil()).get(preview).status()).isEqualTo(404);
        assertThat(kit.as(kit.pupil()).post(preview, Form.empty()).status()).isEqualTo(404);
        kit.as(kit.guardian()).post(preview, Form.empty());
        assertThat(titles(kit.guardian()))
                .as("a guardian writes to their own only")
                .containsExactly("Dentiste");
        assertThat(titles(kit.pupil())).isEmpty();
        assertThat(titles(kit.staff(SECRETARY))).isEmpty();
    }

    @Test
    void theSameFileOfTwoPeopleIsTwoTimesTheirOwn() {
        String file = calendar(event("a", "Match", "20261112"));
        kit.as(kit.guardian()).post(brought(kit.guardian(), "PERSONAL", file), Form.empty());
        kit.as(kit.pupil()).post(brought(kit.pupil(), "PERSONAL", file), Form.empty());

        assertThat(titles(kit.guardian())).containsExactly("Match");
        assertThat(titles(kit.pupil())).containsExactly("Match");
    }

    @Test
    void whatCannotBeTakenIsNamedByItsLine() {
        String preview =
                brought(
                        kit.pupil(),
                        "PERSONAL",
                        calendar(
                                event("a", "Fête <b>", "20261112", "RRULE:FREQ=DAILY\r\n"),
                                "n’importe <i>quoi\r\n"));

        assertThat(kit.as(kit.pupil()).get(preview).html())
                .contains("Ligne 8\u00a0: seule la première date est reprise")
                .contains("Ligne 10\u00a0: cette ligne est illisible")
                .doesNotContain("<b>", "<i>");
        assertThat(kit.as(kit.pupil()).get(brought(kit.pupil(), "PERSONAL", calendar())).html())
                .contains("Aucun événement à reprendre")
                .doesNotContain("Ajouter à mon calendrier");
    }

    @Test
    void aFileThatIsTooLargeOrNoneIsRefusedInWords() {
        String large = calendar(event("a", "x".repeat(1_000_000), "20261112"));

        assertThat(bring(kit.pupil(), "PERSONAL", large.getBytes(UTF_8)).html())
                .contains("dépasse 1 Mo");
        assertThat(
                        kit.as(kit.pupil())
                                .inBrowser()
                                .post("/calendar/import", Form.of("kind", "PERSONAL"))
                                .html())
                .contains("Il manque le fichier.");
    }

    @Test
    void aFileOfAnOldProgramKeepsItsAccents() {
        byte[] old =
                calendar(event("a", "Fête de l'été", "20261112"))
                        .getBytes(Charset.forName("windows-1252"));
        String preview = String.valueOf(bring(kit.pupil(), "PERSONAL", old).location());

        assertThat(kit.as(kit.pupil()).get(preview).html()).contains("Fête de l");
        kit.as(kit.pupil()).post(preview, Form.empty());
        assertThat(titles(kit.pupil())).containsExactly("Fête de l'été");
    }

    @Test
    void aThousandEventsAreTakenOverAndTheFileIsGone() {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < 1_200; i++) {
            events.append(event("u" + i, "E" + i, "202611%02d".formatted(i % 30 + 1)));
        }
        String preview = brought(kit.pupil(), "PERSONAL", calendar(events.toString()));
        assertThat(kit.as(kit.pupil()).get(preview).html())
                .contains("1\u202f000 événements nouveaux", "trop d’événements");

        KitAnswer taken = kit.as(kit.pupil()).post(preview, Form.empty());

        assertThat(taken.status()).isEqualTo(200);
        assertThat(kit.as(kit.pupil()).get(preview).status()).isEqualTo(404);
        assertThat(
                        kit
                                .as(kit.pupil())
                                .get("/calendar/month?month=2026-11")
                                .as(MonthPage.class)
                                .days()
                                .stream()
                                .mapToInt(MonthPage.Day::events)
                                .sum())
                .isEqualTo(1_000);
    }

    @Test
    void aFileThatIsNeverTakenOverIsForgottenAfterADayAndIsExportedAndErasedBefore() {
        String preview =
                brought(kit.pupil(), "PERSONAL", calendar(event("a", "Secret", "20261112")));
        assertThat(kit.personalData().export(kit.pupil()).orElseThrow().toString())
                .contains("Secret");
        kit.clock().set(Instant.parse("2026-11-04T12:00:00Z"));
        kit.runJob("calendar-past");
        assertThat(kit.as(kit.pupil()).get(preview).status()).isEqualTo(404);

        String other = brought(kit.pupil(), "PERSONAL", calendar(event("a", "Secret", "20261112")));
        assertThat(kit.personalData().erase(kit.pupil()).orElseThrow().erased()).isEqualTo(1);
        assertThat(kit.as(kit.pupil()).get(other).status()).isEqualTo(404);
    }

    @Test
    void aMonthIsPrintedWithItsTitlesAndHours() {
        kit.as(kit.pupil())
                .post(
                        brought(
                                kit.pupil(),
                                "PERSONAL",
                                calendar(
                                        event("a", "Judo", "20261103"),
                                        event("b", "Piscine", "20261103"))),
                        Form.empty());

        assertThat(kit.as(kit.pupil()).get("/calendar/print?month=2026-11").html())
                .contains(
                        "Judo · Piscine",
                        "De 17\u00a0h à 18\u00a0h",
                        "Armistice de 1918",
                        "Collège de Sèvres",
                        "feuille A4");
    }
}
