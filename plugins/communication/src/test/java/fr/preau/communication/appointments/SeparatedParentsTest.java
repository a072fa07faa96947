package fr.preau.communication.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.communication.appointments.FamilyPage.Appointment;
import fr.preau.communication.appointments.FamilyPage.By;
import fr.preau.communication.appointments.FamilyPage.Wished;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.Paper;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two guardians of one child of whom one must not learn where the other is to be found. */
@PreauTest
class SeparatedParentsTest {

    private static final String JULIE = "Julie Faure";
    private static final String ROOM = "Salle Éluard";

    private final PreauKit kit;
    private KitPerson other;

    SeparatedParentsTest(PreauKit kit) {
        this.kit = kit;
        this.other = kit.guardian();
    }

    @BeforeEach
    void twoGuardians() {
        other = kit.aGuardian().named("Lise", "Bernard").of(kit.pupil()).create();
    }

    @Test
    void eachGuardianHasAnAppointmentOfTheirOwnWithTheSameTeacher() {
        Evening evening = Evening.open(kit, "5eA");
        evening.book(kit.guardian(), JULIE, "17 h 10");

        FamilyPage seen = evening.seenBy(other);
        FamilyPage theirs = evening.book(other, JULIE, "17 h 40");

        assertThat(seen.booked()).isEmpty();
        assertThat(seen.wishes()).hasSize(1);
        assertThat(theirs.booked()).extracting(Appointment::by).containsExactly(By.SELF);
        assertThat(evening.seenBy(kit.guardian()).booked())
                .extracting(Appointment::time)
                .containsExactly("17\u00a0h\u00a010");
        assertThat(evening.plan(JULIE).bookings()).isEqualTo(2);
    }

    @Test
    void whereThereIsOnePlaceAChildTheOtherIsToldThatItIsTakenAndNothingElse() {
        Evening evening = Evening.open(kit, Meeting.OnePer.CHILD, "5eA");
        Wished wish = evening.wish(other, JULIE);
        evening.book(kit.guardian(), JULIE, "17 h 10");

        KitAnswer page = kit.as(other).get(evening.address() + "/book");
        KitAnswer pressed =
                kit.as(other)
                        .inBrowser()
                        .post(
                                evening.address() + "/book",
                                Evening.press(wish, wish.teacher().free().get(3).minute()));
        KitAnswer proposed =
                kit.as(other)
                        .post(
                                evening.address() + "/propose",
                                Form.of("wish", wish.teacher().host() + ":" + wish.child().id()));

        assertThat(page.html())
                .contains("La place de cet enfant est prise")
                .doesNotContain("17\u00a0h\u00a010", "Paul Bernard");
        assertThat(page.as(FamilyPage.class).wishes()).isEmpty();
        assertThat(pressed.status()).isEqualTo(422);
        assertThat(pressed.html())
                .contains("adressez-vous au collège")
                .doesNotContain("17\u00a0h\u00a010", "Paul Bernard");
        assertThat(proposed.status()).isEqualTo(422);
        assertThat(evening.seenBy(other).booked()).isEmpty();
    }

    @Test
    void whereThereIsOnePlaceAChildTheAccueilAsksTheOtherToBookNoMore() {
        Evening evening = Evening.open(kit, Meeting.OnePer.CHILD, "5eA");
        String book = evening.address() + "/book";
        assertThat(kit.as(other).card("to-book").html()).contains(book);

        evening.book(kit.guardian(), JULIE, "17 h 10");

        assertThat(kit.as(other).card("to-book").html()).doesNotContain(book);
        assertThat(kit.as(kit.guardian()).card("to-book").html()).doesNotContain(book);
    }

    @Test
    void theOtherGuardianFindsMovesAndCancelsNothing() {
        Evening evening = Evening.open(kit, "5eA");
        Appointment booked = evening.book(kit.guardian(), JULIE, "17 h 10").booked().get(0);
        String address = "/hosts/" + booked.host() + "/bookings/" + booked.booking();
        int later = evening.wish(other, JULIE).teacher().free().get(3).minute();

        KitAnswer seen = kit.as(other).get(address);
        KitAnswer moved = kit.as(other).post(address, Form.of("slot", Integer.toString(later)));
        KitAnswer cancelled = kit.as(other).post(address + "/cancel", Form.empty());

        assertThat(seen.status()).isEqualTo(404);
        assertThat(moved.status()).isEqualTo(404);
        assertThat(cancelled.status()).isEqualTo(404);
        assertThat(evening.seenBy(kit.guardian()).booked())
                .extracting(Appointment::time)
                .containsExactly("17\u00a0h\u00a010");
    }

    @Test
    void theCardsThePlanOnPaperAndTheListSayNothingToTheOther() {
        Evening evening = Evening.open(kit, "5eA");
        String host = "/hosts/" + evening.plan(JULIE).host();
        kit.as(kit.teacher())
                .post(
                        host + "/presence",
                        Form.of("present", "true", "from", "17:00", "to", "18:00", "place", ROOM));
        evening.book(kit.guardian(), JULIE, "17 h 10");

        assertThat(kit.as(other).card("meetings").html()).doesNotContain(ROOM, "17\u00a0h\u00a010");
        assertThat(kit.as(other).card("to-book").html()).contains(evening.address() + "/book");
        assertThat(kit.as(other).get("/meetings").as(MeetingsPage.class).next()).isEmpty();
        assertThat(Paper.text(kit.as(other).get(evening.address() + "/family.pdf")))
                .doesNotContain("Julie", ROOM);
        assertThat(kit.as(kit.guardian()).card("meetings").html()).contains(ROOM);
    }

    @Test
    void noNoticeAndNoReminderTellsTheOther() {
        Evening evening = Evening.open(kit, "5eA");
        Appointment booked = evening.book(kit.guardian(), JULIE, "17 h 10").booked().get(0);
        String address = "/hosts/" + booked.host() + "/bookings/" + booked.booking();
        int later = evening.wish(other, JULIE).teacher().free().get(3).minute();
        kit.as(kit.guardian()).post(address, Form.of("slot", Integer.toString(later)));
        kit.clock().set(Instant.parse("2026-11-30T09:00:00Z"));
        kit.runJob("remind-meetings");
        kit.as(kit.staff(StaffFunction.PRINCIPAL))
                .post(evening.address() + "/cancel", Form.empty());

        assertThat(kit.notices(other)).noneMatch(notice -> notice.kind().equals("appointment"));
        assertThat(kit.notices(kit.guardian()))
                .filteredOn(notice -> notice.kind().equals("appointment"))
                .hasSize(2);
    }

    @Test
    void whatTheSchoolBooksIsOfTheGuardianItWasBookedFor() {
        Evening evening = Evening.open(kit, "5eA");
        HostPage plan = evening.plan(JULIE);

        kit.as(kit.staff(StaffFunction.SECRETARY))
                .post(
                        "/hosts/" + plan.host() + "/book",
                        Form.of(
                                "family",
                                kit.pupil().id() + ":" + other.id(),
                                "slot",
                                Integer.toString(plan.slots().get(2).minute())));

        assertThat(evening.seenBy(other).booked())
                .extracting(Appointment::by)
                .containsExactly(By.SCHOOL);
        assertThat(evening.seenBy(kit.guardian()).booked()).isEmpty();
        assertThat(kit.notices(kit.guardian()))
                .noneMatch(notice -> notice.kind().equals("appointment"));
        // Nor is the other one kept from anything at that time.
        assertThat(Evening.times(evening.wish(kit.guardian(), JULIE).teacher())).hasSize(5);
    }

    @Test
    void theSchoolBooksForAGuardianOfThePupilAndForNobodyElse() {
        Evening evening = Evening.open(kit, "5eA");
        HostPage plan = evening.plan(JULIE);

        KitAnswer answer =
                kit.as(kit.staff(StaffFunction.SECRETARY))
                        .post(
                                "/hosts/" + plan.host() + "/book",
                                Form.of(
                                        "family",
                                        kit.pupil().id() + ":" + kit.guardianOfTwo().id(),
                                        "slot",
                                        Integer.toString(plan.slots().get(2).minute())));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(evening.plan(JULIE).bookings()).isZero();
    }

    @Test
    void thePersonalDataOfTheOtherAndOfTheChildSayNeitherHourNorNote() {
        Evening evening = Evening.open(kit, "5eA");
        evening.book(kit.guardian(), JULIE, "17 h 10");

        assertThat(exported(kit.guardian())).contains("2026-12-01T16:10:00Z");
        assertThat(exported(other)).doesNotContain("2026-12-01T16:10:00Z");
        assertThat(exported(kit.pupil())).contains("Rencontre").doesNotContain("T16:10:00Z");
    }

    private String exported(KitPerson person) {
        return kit.personalData().export(person).orElseThrow().toString();
    }
}
