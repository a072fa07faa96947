package fr.preau.communication.calendar;

import static fr.preau.api.school.StaffFunction.CPE;
import static fr.preau.api.school.StaffFunction.PRINCIPAL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import fr.preau.testkit.ToldNotice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events of the collège, of classes and of one person, as people see and change them. */
@PreauTest
class SchoolAgendaTest {

    private final PreauKit kit;

    SchoolAgendaTest(PreauKit kit) {
        this.kit = kit;
    }

    @BeforeEach
    void itIsTheThirdOfNovember() {
        kit.clock().set(Instant.parse("2026-11-03T09:00:00Z"));
    }

    private Form event(String title, String day, String... more) {
        Form form = Form.of("title", title, "day", day);
        for (int i = 0; i < more.length; i += 2) {
            form.with(more[i], more[i + 1]);
        }
        return form;
    }

    private Form forAll(Form form) {
        return form.with("readers", "pupils")
                .with("readers", "guardians")
                .with("readers", "teachers");
    }

    private String classId(String name) {
        return kit.college().schoolClass(name).id().toString();
    }

    private String enter(KitPerson author, Form form) {
        KitAnswer answer = kit.as(author).inBrowser().post("/calendar/events", form);
        assertThat(answer.status()).as("%s", answer).isEqualTo(303);
        return String.valueOf(answer.location());
    }

    private List<String> titles(KitPerson reader, String query) {
        return kit
                .as(reader)
                .get("/calendar" + query)
                .as(CalendarPage.class)
                .events()
                .items()
                .stream()
                .map(line -> line.title() + (line.cancelled() ? " (annulé)" : ""))
                .toList();
    }

    private List<LocalDate> days(KitPerson reader, String query) {
        return kit
                .as(reader)
                .get("/calendar" + query)
                .as(CalendarPage.class)
                .events()
                .items()
                .stream()
                .map(CalendarPage.Line::begins)
                .toList();
    }

    @Test
    void anEventOfTheCollegeIsSeenByThoseItIsFor() {
        enter(
                kit.staff(PRINCIPAL),
                event(
                        "Réunion de rentrée",
                        "2026-11-12",
                        "kind",
                        "COLLEGE",
                        "from",
                        "18:00",
                        "to",
                        "19:30",
                        "place",
                        "Salle polyvalente",
                        "readers",
                        "guardians"));

        assertThat(titles(kit.guardian(), "")).containsExactly("Réunion de rentrée");
        assertThat(titles(kit.staff(CPE), "")).containsExactly("Réunion de rentrée");
        assertThat(titles(kit.pupil(), "")).isEmpty();
        assertThat(titles(kit.teacher(), "")).isEmpty();
        assertThat(kit.as(kit.guardian()).get("/calendar").html())
                .contains("jeudi 12\u00a0novembre")
                .contains("De 18\u00a0h à 19\u00a0h\u00a030 · Salle polyvalente");
    }

    @Test
    void anEventOfAClassIsSeenInThatClassAlone() {
        enter(
                kit.teacher(),
                forAll(
                        event(
                                "Sortie au musée",
                                "2026-11-17",
                                "kind",
                                "CLASSES",
                                "classes",
                                classId("5eA"))));

        assertThat(titles(kit.pupil(), "")).containsExactly("Sortie au musée");
        assertThat(titles(kit.guardian(), "")).containsExactly("Sortie au musée");
        assertThat(titles(kit.guardianOfTwo(), "")).containsExactly("Sortie au musée");
        assertThat(titles(kit.college().otherPupil(), "")).isEmpty();
        assertThat(titles(kit.college().otherTeacher(), "")).isEmpty();
        assertThat(titles(kit.otherCollege().pupil(), "")).isEmpty();
    }

    @Test
    void whoDoesNotSeeAnEventFindsItAtNoAddress() {
        String musee =
                enter(
                        kit.teacher(),
                        forAll(
                                event(
                                        "Sortie",
                                        "2026-11-17",
                                        "kind",
                                        "CLASSES",
                                        "classes",
                                        classId("5eA"))));
        String mine = enter(kit.guardian(), event("Dentiste", "2026-11-17"));

        for (String address : List.of(musee, mine)) {
            for (KitPerson other :
                    List.of(kit.college().otherPupil(), kit.college().otherTeacher())) {
                assertThat(kit.as(other).get(address).status()).isEqualTo(404);
                assertThat(kit.as(other).get(address + "/edit").status()).isEqualTo(404);
                for (String act : List.of("", "/cancel", "/restore", "/delete")) {
                    Form form = event("Autre", "2026-11-18").with("revision", "1");
                    assertThat(kit.as(other).post(address + act, form).status())
                            .as(act)
                            .isEqualTo(404);
                }
            }
        }
        assertThat(kit.as(kit.staff(PRINCIPAL)).get(mine).status()).isEqualTo(404);
        assertThat(kit.as(kit.otherCollege().pupil()).get(musee).status()).isEqualTo(404);
    }

    @Test
    void onlyTheStaffEntersForTheCollegeAndTeachersForTheirClasses() {
        Form college = forAll(event("Fête", "2026-11-20", "kind", "COLLEGE"));
        Form fifthA =
                forAll(event("Fête", "2026-11-20", "kind", "CLASSES", "classes", classId("5eA")));

        assertThat(kit.as(kit.teacher()).post("/calendar/events", college).status()).isEqualTo(403);
        assertThat(kit.as(kit.pupil()).post("/calendar/events", college).status()).isEqualTo(403);
        assertThat(kit.as(kit.guardian()).post("/calendar/events", fifthA).status()).isEqualTo(403);
        KitAnswer foreign = kit.as(kit.college().otherTeacher()).post("/calendar/events", fifthA);
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(foreign.violations()).containsOnlyKeys("classes");
        KitPerson helper = kit.college().aMemberOfTheStaff().named("Sacha", "Aide").create();
        assertThat(kit.as(helper).post("/calendar/events", college).status()).isEqualTo(403);
    }

    @Test
    void aPupilSeesButDoesNotChangeWhatATeacherEntered() {
        String event =
                enter(
                        kit.teacher(),
                        forAll(
                                event(
                                        "Contrôle",
                                        "2026-11-17",
                                        "kind",
                                        "CLASSES",
                                        "classes",
                                        classId("5eA"))));

        KitAnswer page = kit.as(kit.pupil()).get(event);
        assertThat(page.html())
                .contains("Julie Faure")
                .doesNotContain("Annuler", "Supprimer", "Modifier");
        assertThat(kit.as(kit.pupil()).get(event + "/edit").status()).isEqualTo(403);
        assertThat(kit.as(kit.pupil()).post(event + "/cancel", Form.empty()).status())
                .isEqualTo(403);
        assertThat(kit.as(kit.pupil()).post(event + "/delete", Form.empty()).status())
                .isEqualTo(403);
        assertThat(titles(kit.pupil(), "")).containsExactly("Contrôle");
    }

    @Test
    void whatRepeatsComesEachWeekButNotInTheHolidays() {
        enter(
                kit.teacher(),
                forAll(
                        event(
                                "Chorale",
                                "2026-12-08",
                                "kind",
                                "CLASSES",
                                "classes",
                                classId("5eA"),
                                "from",
                                "17:00",
                                "to",
                                "18:00",
                                "until",
                                "2027-01-12",
                                "skip",
                                "holidays")));

        assertThat(days(kit.pupil(), "?month=2026-12"))
                .containsExactly(LocalDate.of(2026, 12, 8), LocalDate.of(2026, 12, 15));
        assertThat(days(kit.pupil(), "?month=2027-01"))
                .containsExactly(LocalDate.of(2027, 1, 5), LocalDate.of(2027, 1, 12));
        assertThat(days(kit.pupil(), "?month=2027-02")).isEmpty();
    }

    @Test
    void oneTimeIsCancelledShownSoAndTakenBack() {
        String chorale =
                enter(
                        kit.teacher(),
                        forAll(
                                event(
                                        "Chorale",
                                        "2026-11-10",
                                        "kind",
                                        "CLASSES",
                                        "classes",
                                        classId("5eA"),
                                        "until",
                                        "2026-11-24")));
        kit.as(kit.teacher()).post(chorale + "/cancel", Form.of("day", "2026-11-17"));
        kit.as(kit.teacher()).post(chorale + "/cancel", Form.of("day", "2026-11-17"));

        assertThat(titles(kit.pupil(), "?month=2026-11"))
                .containsExactly("Chorale", "Chorale (annulé)", "Chorale");
        assertThat(kit.as(kit.pupil()).get(chorale + "?day=2026-11-17").html())
                .contains("les autres dates ne changent pas");
        assertThat(
                        kit.as(kit.teacher())
                                .post(chorale + "/cancel", Form.of("day", "2026-11-18"))
                                .status())
                .as("not one of its days")
                .isEqualTo(403);

        kit.as(kit.teacher()).post(chorale + "/restore", Form.of("day", "2026-11-17"));
        assertThat(titles(kit.pupil(), "?month=2026-11"))
                .containsExactly("Chorale", "Chorale", "Chorale");

        kit.as(kit.teacher()).post(chorale + "/cancel", Form.empty());
        assertThat(titles(kit.pupil(), "?month=2026-11")).containsOnly("Chorale (annulé)");
        assertThat(kit.as(kit.guardian()).get("/calendar/month?month=2026-11").html())
                .contains("tone-danger");
    }

    @Test
    void thoseAnEventIsForAreToldWhenItIsCancelledAndWhenItTakesPlaceAfterAll() {
        String musee =
                enter(
                        kit.teacher(),
                        event(
                                "Musée",
                                "2026-11-17",
                                "kind",
                                "CLASSES",
                                "classes",
                                classId("5eA"),
                                "readers",
                                "guardians"));
        kit.as(kit.teacher()).post(musee + "/cancel", Form.empty());

        assertThat(kit.notices())
                .extracting(ToldNotice::person)
                .containsExactlyInAnyOrder(kit.guardian().id(), kit.guardianOfTwo().id());
        assertThat(kit.notices(kit.guardian()))
                .singleElement()
                .satisfies(
                        told -> {
                            assertThat(told.title())
                                    .isEqualTo("Annulé\u00a0: Musée, mardi 17\u00a0novembre");
                            assertThat(told.path()).isEqualTo(musee);
                        });

        kit.as(kit.teacher()).post(musee + "/restore", Form.empty());
        assertThat(kit.notices(kit.guardian()))
                .as("who has read that it does not must learn that it does")
                .singleElement()
                .satisfies(told -> assertThat(told.title()).startsWith("Maintenu\u00a0: Musée, "));
    }

    private Form museum(String day) {
        return event(
                "Musée", day, "kind", "CLASSES", "classes", classId("5eA"), "readers", "guardians");
    }

    private void change(String event, Form form) {
        int revision = kit.as(kit.teacher()).get(event).as(EventPage.class).revision();
        assertThat(kit.as(kit.teacher()).post(event, form.with("revision", "" + revision)).status())
                .isEqualTo(200);
    }

    @Test
    void thoseAnEventIsForAreToldWhenItMovesAndOnlyWhereItIsNow() {
        String musee = enter(kit.teacher(), museum("2026-11-17"));

        change(musee, museum("2026-11-18"));
        change(musee, museum("2026-11-19"));
        change(musee, museum("2026-11-19").with("details", "Avec un pique-nique."));

        assertThat(kit.notices(kit.guardian()))
                .singleElement()
                .satisfies(
                        told -> {
                            assertThat(told.title())
                                    .startsWith("Modifié\u00a0: Musée, jeudi 19\u00a0novembre");
                            assertThat(told.path()).isEqualTo(musee);
                        });
        kit.as(kit.teacher()).post(musee + "/delete", Form.empty());
        assertThat(kit.notices()).isEmpty();
    }

    @Test
    void whatWasToldOfACancelledDayGoesWithItsEvent() {
        String musee =
                enter(
                        kit.teacher(),
                        museum("2026-11-17").with("repeat", "WEEKLY").with("until", "2026-12-15"));
        kit.as(kit.teacher()).post(musee + "/cancel", Form.of("day", "2026-11-24"));
        assertThat(kit.notices(kit.guardian())).hasSize(1);

        kit.as(kit.teacher()).post(musee + "/delete", Form.empty());

        assertThat(kit.notices()).isEmpty();
    }

    @Test
    void nobodyIsToldOfWhatIsPastOrSomebodysOwn() {
        String past =
                enter(kit.staff(CPE), forAll(event("Photo", "2026-11-02", "kind", "COLLEGE")));
        String mine = enter(kit.pupil(), event("Judo", "2026-11-17"));
        kit.as(kit.staff(CPE)).post(past + "/cancel", Form.empty());
        kit.as(kit.pupil()).post(mine + "/cancel", Form.empty());

        assertThat(kit.notices()).isEmpty();
    }

    @Test
    void aChangeIsSeenAndOneThatCrossesAnotherIsTold() {
        String event =
                enter(kit.staff(CPE), forAll(event("Photo", "2026-11-19", "kind", "COLLEGE")));
        int revision = kit.as(kit.staff(CPE)).get(event).as(EventPage.class).revision();
        Form later = forAll(event("Photo de classe", "2026-11-26", "revision", "" + revision));

        assertThat(kit.as(kit.staff(CPE)).post(event, later).status()).isEqualTo(200);
        KitAnswer crossing =
                kit.as(kit.staff(PRINCIPAL))
                        .inBrowser()
                        .post(
                                event,
                                forAll(event("Photos", "2026-11-20", "revision", "" + revision)));

        assertThat(crossing.status()).isEqualTo(422);
        assertThat(crossing.html()).contains("modifié entre-temps", "value=\"Photos\"");
        assertThat(titles(kit.pupil(), "")).containsExactly("Photo de classe");
        assertThat(kit.as(kit.staff(CPE)).get(event + "/edit").html())
                .contains("value=\"Photo de classe\"", "value=\"2026-11-26\"");
    }

    @Test
    void aFormThatIsSentTwiceEntersOneEventAndAChangedOneAnother() {
        String key = UUID.randomUUID().toString();
        Form form = event("Piscine", "2026-11-19", "key", key);
        String first = enter(kit.pupil(), form);
        String again = enter(kit.pupil(), form);
        enter(kit.pupil(), event("Piscine", "2026-11-20", "key", key));
        enter(kit.guardian(), form);

        assertThat(again).isEqualTo(first);
        assertThat(titles(kit.pupil(), "")).containsExactly("Piscine", "Piscine");
    }

    @Test
    void whatIsDeletedIsGone() {
        String event = enter(kit.pupil(), event("Piscine", "2026-11-19", "until", "2026-12-17"));
        kit.as(kit.pupil()).post(event + "/cancel", Form.of("day", "2026-11-26"));

        assertThat(kit.as(kit.pupil()).post(event + "/delete", Form.empty()).status())
                .isEqualTo(200);
        assertThat(titles(kit.pupil(), "?month=2026-11")).isEmpty();
        assertThat(kit.as(kit.pupil()).get(event).status()).isEqualTo(404);
    }

    @Test
    void aGuardianOfTwoChoosesAChildAndAKind() {
        enter(
                kit.teacher(),
                forAll(
                        event(
                                "De la A",
                                "2026-11-17",
                                "kind",
                                "CLASSES",
                                "classes",
                                classId("5eA"))));
        enter(
                kit.teacher(),
                forAll(
                        event(
                                "De la B",
                                "2026-11-18",
                                "kind",
                                "CLASSES",
                                "classes",
                                classId("5eB"))));
        enter(kit.staff(CPE), forAll(event("De tous", "2026-11-19", "kind", "COLLEGE")));
        enter(kit.guardianOfTwo(), event("À moi", "2026-11-20"));
        KitPerson leo = kit.college().otherPupil();

        assertThat(titles(kit.guardianOfTwo(), ""))
                .containsExactly("De la A", "De la B", "De tous", "À moi");
        assertThat(titles(kit.guardianOfTwo(), "?child=" + leo.id()))
                .containsExactly("De la B", "De tous", "À moi");
        assertThat(titles(kit.guardianOfTwo(), "?kind=classes"))
                .containsExactly("De la A", "De la B");
        assertThat(titles(kit.guardianOfTwo(), "?kind=personal")).containsExactly("À moi");
        assertThat(titles(kit.guardianOfTwo(), "?kind=holidays")).isEmpty();
        assertThat(kit.as(kit.guardian()).get("/calendar?child=" + leo.id()).status())
                .as("somebody else's child")
                .isEqualTo(404);
        assertThat(kit.as(kit.guardianOfTwo()).get("/calendar").html()).contains("Léo", "Awa");
    }

    @Test
    void holidaysWhoseEndIsNotPublishedDoNotSayWhenSchoolGoesOn() {
        String july = kit.as(kit.pupil()).get("/calendar/month?month=2028-07").html();

        assertThat(july)
                .contains(
                        "Vacances d’été\u00a0: à partir du mardi 4\u00a0juillet 2028 (la date de"
                                + " reprise n’est pas encore publiée)")
                .doesNotContain("31\u00a0août 2028");
        assertThat(kit.as(kit.pupil()).get("/calendar/month?month=2027-07").html())
                .contains(
                        "Vacances d’été\u00a0: du samedi 3\u00a0juillet 2027 au mercredi"
                                + " 1er\u00a0septembre 2027");
    }

    @Test
    void holidaysStandInTheMonthAndAYearThatIsNotPublishedIsTold() {
        String december = kit.as(kit.pupil()).get("/calendar/month?month=2026-12").html();
        String unknown = kit.as(kit.pupil()).get("/calendar/month?month=2030-05").html();

        assertThat(december)
                .contains(
                        "Vacances de Noël\u00a0: du samedi 19\u00a0décembre 2026 au dimanche"
                                + " 3\u00a0janvier 2027")
                .contains("Noël\u00a0: vendredi 25\u00a0décembre 2026")
                .doesNotContain("pas encore");
        assertThat(unknown)
                .contains("Vacances pas encore connues")
                .contains("Ascension\u00a0: jeudi 30\u00a0mai 2030");
        assertThat(kit.as(kit.pupil()).get("/calendar?month=0001-01").status()).isEqualTo(200);
        assertThat(kit.as(kit.pupil()).get("/calendar?month=rien").status()).isEqualTo(422);
    }

    @Test
    void whatCrossesMidnightStandsOnBothDaysAndWhatEndsAtMidnightOnOne() {
        enter(
                kit.pupil(),
                event(
                        "Nuit des étoiles",
                        "2026-11-30",
                        "from",
                        "22:00",
                        "lastDay",
                        "2026-12-01",
                        "to",
                        "01:00"));
        enter(
                kit.pupil(),
                event(
                        "Soirée",
                        "2026-11-29",
                        "from",
                        "20:00",
                        "lastDay",
                        "2026-11-30",
                        "to",
                        "00:00"));

        assertThat(titles(kit.pupil(), "/days/2026-11-29")).containsExactly("Soirée");
        assertThat(titles(kit.pupil(), "/days/2026-11-30")).containsExactly("Nuit des étoiles");
        assertThat(titles(kit.pupil(), "/days/2026-12-01")).containsExactly("Nuit des étoiles");
        assertThat(titles(kit.pupil(), "?month=2026-12")).containsExactly("Nuit des étoiles");
        assertThat(kit.as(kit.pupil()).get("/calendar/days/2026-11-30").html())
                .contains(
                        "Du lundi 30\u00a0novembre 2026 à 22\u00a0h au mardi 1er\u00a0décembre 2026"
                                + " à 1\u00a0h")
                .contains("/calendar/new?day=2026-11-30");
    }

    @Test
    void midnightOfParisBeginsTheDay() {
        enter(kit.pupil(), event("Demain", "2026-11-04"));
        enter(kit.pupil(), event("Hier", "2026-11-03"));
        kit.clock().set(Instant.parse("2026-11-03T22:59:00Z"));
        assertThat(titles(kit.pupil(), "")).containsExactly("Hier", "Demain");

        kit.clock().set(Instant.parse("2026-11-03T23:00:00Z"));
        assertThat(titles(kit.pupil(), "")).containsExactly("Demain");
    }

    @Test
    void theTwentyNinthOfFebruaryHasItsPlace() {
        enter(kit.pupil(), event("Anniversaire", "2028-02-29", "until", "2028-03-14"));

        assertThat(days(kit.pupil(), "?month=2028-02")).containsExactly(LocalDate.of(2028, 2, 29));
        assertThat(days(kit.pupil(), "?month=2028-03"))
                .containsExactly(LocalDate.of(2028, 3, 7), LocalDate.of(2028, 3, 14));
        assertThat(
                        kit.as(kit.pupil())
                                .post("/calendar/events", event("Non", "2027-02-29"))
                                .violations())
                .containsOnlyKeys("day");
    }

    @Test
    void theHourStaysWhenTheClocksChange() {
        enter(
                kit.pupil(),
                event("Judo", "2027-03-24", "from", "17:00", "to", "18:00", "until", "2027-04-07"));

        KitAnswer march = kit.as(kit.pupil()).get("/calendar?month=2027-03");
        assertThat(march.html().split("De 17\u00a0h à 18\u00a0h", -1)).hasSize(3);
        assertThat(kit.as(kit.pupil()).get("/calendar?month=2027-04").html())
                .contains("De 17\u00a0h à 18\u00a0h");
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndNothingTypedIsLost() {
        KitAnswer answer =
                kit.as(kit.staff(CPE))
                        .inBrowser()
                        .post(
                                "/calendar/events",
                                event(
                                        " ",
                                        "2026-11-19",
                                        "kind",
                                        "CLASSES",
                                        "from",
                                        "18:00",
                                        "to",
                                        "17:00",
                                        "place",
                                        "Gymnase É"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html())
                .contains(
                        "Il manque le titre.",
                        "Il manque au moins une classe.",
                        "La fin est avant le début.",
                        "visible par personne",
                        "value=\"Gymnase É\"",
                        "value=\"18:00\"");
        assertThat(wrong("day", "2026-11-19", "from", "25:00")).containsExactly("from");
        assertThat(wrong("day", "2026-11-19", "to", "17:00")).containsExactly("from");
        assertThat(wrong("day", "2026-11-19", "lastDay", "2026-11-18")).containsExactly("lastDay");
        assertThat(wrong("day", "2026-11-19", "lastDay", "2027-11-18")).containsExactly("lastDay");
        assertThat(wrong("day", "2026-11-19", "until", "2026-11-18")).containsExactly("until");
        assertThat(wrong("day", "2026-11-19", "until", "2099-11-18")).containsExactly("until");
        assertThat(wrong("day", "2026-11-19", "lastDay", "2026-12-01", "until", "2026-12-31"))
                .containsExactly("until");
        assertThat(wrong("day", "9999-12-31")).containsExactly("day");
        assertThat(wrong("lastDay", "2026-11-18")).containsExactly("day");
        assertThat(wrong("day", "2026-11-19", "title", "x".repeat(151))).containsExactly("title");
        assertThat(wrong("day", "2026-11-19", "details", "x".repeat(4_001)))
                .containsExactly("details");
    }

    private List<String> wrong(String... fields) {
        Form form = Form.of(fields);
        if (!List.of(fields).contains("title")) {
            form.with("title", "Essai");
        }
        KitAnswer answer = kit.as(kit.pupil()).post("/calendar/events", form);
        assertThat(answer.status()).isEqualTo(422);
        return List.copyOf(answer.violations().keySet());
    }

    @Test
    void lineBreaksLeaveATitleAndMarkupIsShownAsItWasTyped() {
        String event =
                enter(
                        kit.pupil(),
                        event(
                                "Fête 🎉\r\nBEGIN:VEVENT <b>été</b>",
                                "2026-11-19",
                                "details",
                                "À 8 h\r\nhttps://musee.example/"));

        assertThat(titles(kit.pupil(), "")).containsExactly("Fête 🎉 BEGIN:VEVENT <b>été</b>");
        assertThat(kit.as(kit.pupil()).get(event).html())
                .contains("&lt;b&gt;été&lt;/b&gt;", "href=\"https://musee.example/\"")
                .doesNotContain("<b>été");
    }

    @Test
    void theAccueilSaysWhatIsOnInTheNextSevenDays() {
        enter(
                kit.staff(CPE),
                forAll(event("Photo", "2026-11-04", "kind", "COLLEGE", "from", "09:00")));
        enter(
                kit.teacher(),
                forAll(event("Musée", "2026-11-09", "kind", "CLASSES", "classes", classId("5eA"))));
        enter(kit.staff(CPE), forAll(event("Trop tard", "2026-11-10", "kind", "COLLEGE")));
        String chorale = enter(kit.pupil(), event("Chorale", "2026-10-20", "until", "2026-12-15"));
        kit.as(kit.pupil()).post(chorale + "/cancel", Form.of("day", "2026-11-03"));

        KitAnswer card = kit.as(kit.pupil()).card("week");
        assertThat(card.html())
                .containsSubsequence(
                        "Chorale", "Annulé", "Aujourd’hui", "Photo", "Demain · À 9\u00a0h", "Musée")
                .doesNotContain("Trop tard");
        assertThat(kit.as(kit.guardian()).card("week").html()).doesNotContain("Chorale");
        assertThat(kit.as(kit.college().otherPupil()).card("week").html()).doesNotContain("Musée");
        kit.clock().set(Instant.parse("2026-12-14T09:00:00Z"));
        assertThat(kit.as(kit.pupil()).card("week").html())
                .contains("Vacances de Noël\u00a0: du samedi 19\u00a0décembre 2026");
    }

    @Test
    void aThousandEventsOfAMonthArePagedAndCostNoMoreStatements() {
        enter(kit.pupil(), event("Seul", "2026-11-19"));
        int few = kit.as(kit.pupil()).get("/calendar?month=2026-11").statements();
        for (int i = 0; i < 1_000; i++) {
            enter(
                    kit.pupil(),
                    event(
                            "Note " + i,
                            "2026-11-%02d".formatted(i % 30 + 1),
                            "from",
                            "08:%02d".formatted(i % 60)));
        }

        KitAnswer list = kit.as(kit.pupil()).get("/calendar?month=2026-11");
        KitAnswer month = kit.as(kit.pupil()).get("/calendar/month?month=2026-11");
        assertThat(list.statements()).isLessThanOrEqualTo(few);
        assertThat(list.as(CalendarPage.class).events().items()).hasSize(100);
        assertThat(
                        IntStream.rangeClosed(1, 11)
                                .flatMap(
                                        page ->
                                                titles(kit.pupil(), "?month=2026-11&page=" + page)
                                                        .stream()
                                                        .mapToInt(title -> 1))
                                .sum())
                .isEqualTo(1_001);
        assertThat(month.as(MonthPage.class).days()).hasSize(30);
        assertThat(month.statements()).isLessThanOrEqualTo(8);
    }

    @Test
    void aPersonsOwnEventsAreExportedAndErasedAndWhatTheyEnteredForOthersStaysWithoutThem() {
        enter(kit.teacher(), event("Dentiste", "2026-11-19", "kind", "PERSONAL"));
        String musee =
                enter(
                        kit.teacher(),
                        forAll(
                                event(
                                        "Musée",
                                        "2026-11-20",
                                        "kind",
                                        "CLASSES",
                                        "classes",
                                        classId("5eA"))));

        assertThat(kit.personalData().export(kit.teacher()).orElseThrow().toString())
                .contains("Dentiste", "Musée", "Événement personnel");
        var report = kit.personalData().erase(kit.teacher()).orElseThrow();

        assertThat(report.erased()).isEqualTo(1);
        assertThat(report.anonymised()).isEqualTo(1);
        assertThat(titles(kit.pupil(), "")).containsExactly("Musée");
        assertThat(kit.as(kit.pupil()).get(musee).html()).doesNotContain("Julie Faure");
        assertThat(kit.personalData().export(kit.teacher()).orElseThrow()).isEmpty();
    }

    @Test
    void whatIsLongPastIsForgotten() {
        enter(kit.pupil(), event("Vieux", "2026-11-19"));
        enter(kit.staff(CPE), forAll(event("Portes ouvertes", "2026-11-19", "kind", "COLLEGE")));

        kit.clock().set(Instant.parse("2027-11-19T12:00:00Z"));
        kit.runJob("calendar-past");
        assertThat(titles(kit.pupil(), "?month=2026-11"))
                .containsExactly("Portes ouvertes", "Vieux");

        kit.clock().set(Instant.parse("2027-11-20T12:00:00Z"));
        kit.runJob("calendar-past");
        assertThat(titles(kit.pupil(), "?month=2026-11")).containsExactly("Portes ouvertes");

        kit.clock().set(Instant.parse("2029-11-20T12:00:00Z"));
        kit.runJob("calendar-past");
        assertThat(titles(kit.pupil(), "?month=2026-11")).isEmpty();
    }
}
