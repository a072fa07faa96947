package fr.preau.communication.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import fr.preau.testkit.ToldNotice;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One's own hours, what the accueil says of meetings, who is told, and what is kept. */
@PreauTest
class HoursTest {

    private static final String JULIE = "Julie Faure";

    private final PreauKit kit;

    HoursTest(PreauKit kit) {
        this.kit = kit;
    }

    private Form hours(UUID key) {
        return hours(key, "2026-12-01");
    }

    private Form hours(UUID key, String day) {
        return Form.of(
                "title", "Permanence",
                "day", day,
                "from", "12:00",
                "to", "13:00",
                "slot", "15",
                "pause", "0",
                "travel", "0",
                "place", "Bureau 3",
                "opens", "2026-11-23T08:00",
                "closes", day + "T12:00",
                "key", key.toString());
    }

    @Test
    void aCpeOffersHoursToAPupilByNameAndOnlyItsGuardiansSeeThem() {
        kit.clock().set(Evening.MONDAY);
        UUID key = UUID.randomUUID();
        KitPerson cpe = kit.staff(StaffFunction.CPE);

        kit.as(cpe)
                .post("/hours/new", hours(key).with("pupils", kit.pupil().id().toString()))
                .as(MeetingFormPage.class);

        Evening slots = new Evening(kit, key);
        FamilyPage page = slots.seenBy(kit.guardian());
        assertThat(page.wishes()).hasSize(1);
        assertThat(Evening.times(page.wishes().get(0).teacher()))
                .containsExactly("12 h 00", "12 h 15", "12 h 30", "12 h 45");
        assertThat(kit.as(kit.guardianOfTwo()).get(slots.address() + "/book").status())
                .isEqualTo(404);
        slots.book(kit.guardian(), "Dominique Girard", "12 h 15");
        assertThat(kit.as(cpe).get("/meetings").html()).contains("Permanence");
    }

    @Test
    void ownHoursAskNobodyForAChildWhoHasLeft() {
        kit.clock().set(Evening.MONDAY);
        UUID key = UUID.randomUUID();
        kit.as(kit.staff(StaffFunction.CPE))
                .post("/hours/new", hours(key).with("pupils", kit.pupil().id().toString()));
        String address = new Evening(kit, key).address();
        assertThat(kit.as(kit.guardian()).card("to-book").html()).contains(address);

        kit.runJob("renew-meetings");
        assertThat(kit.as(kit.guardian()).card("to-book").html()).contains(address);
        kit.college().leaves(kit.pupil());
        kit.runJob("renew-meetings");

        assertThat(kit.as(kit.guardian()).card("to-book").html()).doesNotContain(address);
    }

    @Test
    void whoOffersOwnHoursIsToldOfWhatFamiliesBookAndCancel() {
        kit.clock().set(Evening.MONDAY);
        UUID key = UUID.randomUUID();
        KitPerson cpe = kit.staff(StaffFunction.CPE);
        kit.as(cpe).post("/hours/new", hours(key).with("pupils", kit.pupil().id().toString()));
        Evening slots = new Evening(kit, key);

        FamilyPage.Appointment booked =
                slots.book(kit.guardian(), "Dominique Girard", "12 h 15").booked().get(0);
        kit.as(kit.guardian())
                .post(
                        "/hosts/" + booked.host() + "/bookings/" + booked.booking() + "/cancel",
                        Form.empty());

        assertThat(kit.notices(cpe))
                .extracting(notice -> notice.title().replace('\u00a0', ' '))
                .containsExactlyInAnyOrder(
                        "Rendez-vous réservé, mardi 1er décembre à 12 h 15 : Permanence",
                        "Rendez-vous annulé, mardi 1er décembre à 12 h 15 : Permanence");
        assertThat(kit.notices(cpe))
                .allMatch(notice -> notice.path().equals("/hosts/" + booked.host()));
    }

    @Test
    void whatIsOnMondayIsRemindedOnFridayAndSaysItsDay() {
        kit.clock().set(Evening.MONDAY);
        UUID key = UUID.randomUUID();
        KitPerson cpe = kit.staff(StaffFunction.CPE);
        kit.as(cpe)
                .post(
                        "/hours/new",
                        hours(key, "2026-12-07").with("pupils", kit.pupil().id().toString()));
        new Evening(kit, key).book(kit.guardian(), "Dominique Girard", "12 h 15");

        for (String day : List.of("2026-12-03", "2026-12-04", "2026-12-06")) {
            kit.clock().set(Instant.parse(day + "T08:00:00Z"));
            kit.runJob("remind-meetings");
            assertThat(reminders(kit.guardian())).as(day).hasSize(day.equals("2026-12-03") ? 0 : 1);
        }
        assertThat(reminders(kit.guardian()))
                .containsExactly("Rappel, lundi 7 décembre à 12 h 15 : Permanence");
        assertThat(kit.notices(cpe))
                .extracting(notice -> notice.title().replace('\u00a0', ' '))
                .contains("Vous recevez des familles, lundi 7 décembre : Permanence");
    }

    private List<String> reminders(KitPerson person) {
        return kit.notices(person).stream()
                .map(notice -> notice.title().replace('\u00a0', ' '))
                .filter(title -> title.startsWith("Rappel"))
                .toList();
    }

    @Test
    void aTeacherOffersHoursToTheOwnClassesOnly() {
        kit.clock().set(Evening.MONDAY);
        KitPerson zoe = kit.aPupil().named("Zoé", "Roux").inClass("3eC").create();
        UUID key = UUID.randomUUID();

        KitAnswer others =
                kit.as(kit.teacher())
                        .post("/hours/new", hours(key).with("pupils", zoe.id().toString()));
        KitAnswer own =
                kit.as(kit.teacher())
                        .post(
                                "/hours/new",
                                hours(key)
                                        .with(
                                                "classes",
                                                kit.college().schoolClass("5eA").id().toString()));

        assertThat(others.status()).isEqualTo(422);
        assertThat(own.status()).isEqualTo(200);
        assertThat(new Evening(kit, key).seenBy(kit.guardian()).wishes()).hasSize(1);
        assertThat(kit.as(kit.pupil()).get("/meetings").status()).isEqualTo(403);
    }

    @Test
    void thePupilsOfAClassAreShownAndWhatWasTypedStays() {
        kit.clock().set(Evening.MONDAY);

        KitAnswer answer =
                kit.as(kit.teacher())
                        .inBrowser()
                        .post(
                                "/hours/pupils",
                                Form.of("title", "Été")
                                        .with(
                                                "in",
                                                kit.college().schoolClass("5eB").id().toString()));

        assertThat(answer.html()).contains("Léo Martin").contains("Été").doesNotContain("Inès");
    }

    @Test
    void theAccueilSaysWhatIsToBeBookedAndThenWhatIsNextWithOneMoreStatementForItsNames() {
        Evening evening = Evening.open(kit, "5eA");
        KitAnswer nothing = kit.as(kit.college().otherTeacher()).card("meetings");

        KitAnswer before = kit.as(kit.guardian()).card("to-book");
        int statements = kit.as(kit.guardian()).card("meetings").statements();
        evening.book(kit.guardian(), JULIE, "17 h 10");
        KitAnswer after = kit.as(kit.guardian()).card("to-book");

        assertThat(lines(before)).isEqualTo(1);
        assertThat(lines(after)).isZero();
        assertThat(lines(kit.as(kit.guardian()).card("meetings"))).isEqualTo(1);
        assertThat(lines(kit.as(kit.teacher()).card("meetings"))).isEqualTo(1);
        assertThat(lines(nothing)).isZero();
        assertThat(kit.as(kit.guardian()).card("meetings").statements()).isEqualTo(statements + 1);
    }

    private static int lines(KitAnswer card) {
        return card.json().getJsonObject("slot").getJsonObject("page").getJsonArray("lines").size();
    }

    @Test
    void guardiansAreToldOfAnEveningAndNotOfWhatTheOtherOneHasBooked() {
        KitPerson other = kit.aGuardian().named("Lise", "Bernard").of(kit.pupil()).create();
        Evening evening = Evening.open(kit, "5eA");

        evening.book(kit.guardian(), JULIE, "17 h 10");

        for (KitPerson each : List.of(kit.guardian(), other)) {
            assertThat(kit.notices(each)).extracting(ToldNotice::kind).containsExactly("meeting");
        }
    }

    @Test
    void familyAndTeacherAreRemindedOnceTheDayBefore() {
        Evening evening = Evening.open(kit, "5eA", "5eB");
        evening.book(kit.guardian(), JULIE, "17 h 10");
        evening.book(kit.guardianOfTwo(), JULIE, "17 h 30");
        kit.clock().set(Instant.parse("2026-11-29T22:59:00Z"));
        kit.runJob("remind-meetings");
        assertThat(kit.notices(kit.teacher())).isEmpty();

        // A minute later it is Monday in Paris, and tomorrow is Tuesday.
        kit.clock().set(Instant.parse("2026-11-29T23:00:00Z"));
        kit.runJob("remind-meetings");
        kit.runJob("remind-meetings");

        assertThat(kit.notices(kit.teacher())).hasSize(1);
        assertThat(kit.notices(kit.guardian()))
                .filteredOn(notice -> notice.title().startsWith("Rappel"))
                .hasSize(1);
    }

    @Test
    void whoLeavesIsTakenOutOfAllMeetingsAndTheirTimeIsFree() {
        Evening evening = Evening.open(kit, "5eA", "5eB");
        evening.book(kit.guardian(), JULIE, "17 h 10");

        assertThat(kit.personalData().export(kit.guardian()).orElseThrow().toString())
                .contains("Rencontre de décembre")
                .contains("Rendez-vous");
        kit.personalData().erase(kit.guardian());

        assertThat(kit.personalData().export(kit.guardian()).orElseThrow()).isEmpty();
        assertThat(Evening.times(evening.wish(kit.guardianOfTwo(), JULIE).teacher()))
                .contains("17 h 10");
    }

    @Test
    void manyMeetingsArePaged() {
        for (int i = 0; i < 25; i++) {
            Evening.open(kit, "5eA");
        }
        KitPerson principal = kit.staff(StaffFunction.PRINCIPAL);

        KitAnswer first = kit.as(principal).get("/meetings");
        KitAnswer second = kit.as(principal).get("/meetings?page=2");

        assertThat(first.as(MeetingsPage.class).meetings().items()).hasSize(20);
        assertThat(second.as(MeetingsPage.class).meetings().items()).hasSize(5);
        assertThat(second.statements()).isEqualTo(first.statements());
    }
}
