package fr.preau.communication.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.Paper;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An evening of all teachers, from its form to the plan that hangs at the door. */
@PreauTest
class EveningTest {

    private static final String JULIE = "Julie Faure";
    private static final String MARC = "Marc Olivier";

    private final PreauKit kit;

    EveningTest(PreauKit kit) {
        this.kit = kit;
    }

    @Test
    void aGuardianOfTwoSeesAllTeachersOfAllChildrenOnOnePage() {
        Evening evening = Evening.open(kit, "5eA", "5eB");

        FamilyPage page = evening.seenBy(kit.guardianOfTwo());

        assertThat(page.children())
                .extracting(FamilyPage.ChildPart::name)
                .containsExactlyInAnyOrder("Awa Martin", "Léo Martin");
        assertThat(page.children().stream().flatMap(c -> c.teachers().stream()))
                .extracting(FamilyPage.Teacher::name)
                .containsExactlyInAnyOrder(JULIE, JULIE, MARC);
        assertThat(Evening.times(page.children().get(0).teachers().get(0)))
                .containsExactly("17 h 00", "17 h 10", "17 h 20", "17 h 30", "17 h 40", "17 h 50");
    }

    @Test
    void aFamilyThatComesLaterIsInvitedTheNextMorning() {
        Evening evening = Evening.open(kit, "5eA");
        KitPerson pupil = kit.aPupil().named("Noé", "Petit").inClass("5eA").create();
        KitPerson late = kit.aGuardian().named("Ève", "Petit").of(pupil).create();
        assertThat(kit.as(late).card("to-book").html()).doesNotContain(evening.address());

        kit.runJob("renew-meetings");
        kit.runJob("renew-meetings");

        assertThat(kit.as(late).card("to-book").html()).contains(evening.address());
        assertThat(kit.notices(late)).hasSize(1);
        assertThat(kit.notices(kit.guardian())).hasSize(1);
    }

    @Test
    void nobodyIsAskedForAChildWhoHasLeft() {
        Evening evening = Evening.open(kit, "5eA");
        assertThat(kit.as(kit.guardian()).card("to-book").html()).contains(evening.address());

        kit.college().leaves(kit.pupil());
        kit.runJob("renew-meetings");

        assertThat(kit.as(kit.guardian()).card("to-book").html()).doesNotContain(evening.address());
    }

    @Test
    void whatOneFamilyHasBookedIsNotFreeForAnother() {
        Evening evening = Evening.open(kit, "5eA", "5eB");

        FamilyPage mine = evening.book(kit.guardian(), JULIE, "17 h 10");
        FamilyPage.Wished theirs = evening.wish(kit.guardianOfTwo(), JULIE);

        assertThat(mine.booked())
                .extracting(FamilyPage.Appointment::teacher)
                .containsExactly(JULIE);
        assertThat(Evening.times(theirs.teacher())).doesNotContain("17 h 10").hasSize(5);
    }

    @Test
    void whoComesSecondIsToldAndSeesWhatIsFree() {
        Evening evening = Evening.open(kit, "5eA", "5eB");
        FamilyPage.Wished late = evening.wish(kit.guardianOfTwo(), JULIE);
        int minute = late.teacher().free().get(1).minute();
        evening.book(kit.guardian(), JULIE, "17 h 10");

        KitAnswer answer =
                kit.as(kit.guardianOfTwo())
                        .inBrowser()
                        .post(evening.address() + "/book", Evening.press(late, minute));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html())
                .contains("Cette heure vient d’être prise")
                .contains("17\u00a0h\u00a020");
        assertThat(evening.seenBy(kit.guardianOfTwo()).booked()).isEmpty();
    }

    @Test
    void aGuardianHasTimeToGoFromOneTeacherToTheNext() {
        Evening evening = Evening.open(kit, "5eA", "5eB");
        evening.book(kit.guardianOfTwo(), MARC, "17 h 20");

        FamilyPage.Wished julie = evening.wish(kit.guardianOfTwo(), JULIE);

        // Ten minutes with him and five to walk; and five to walk after what would be before.
        assertThat(Evening.times(julie.teacher())).containsExactly("17 h 00", "17 h 40", "17 h 50");
    }

    @Test
    void pressingTwiceBooksOnce() {
        Evening evening = Evening.open(kit, "5eA");
        Form press = evening.press(evening.wish(kit.guardian(), JULIE), "17 h 10");

        kit.as(kit.guardian()).post(evening.address() + "/book", press);
        KitAnswer again = kit.as(kit.guardian()).post(evening.address() + "/book", press);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.as(FamilyPage.class).booked()).hasSize(1);
    }

    @Test
    void aBookingIsMovedAndCancelledByItsGuardian() {
        Evening evening = Evening.open(kit, "5eA");
        FamilyPage.Appointment booked =
                evening.book(kit.guardian(), JULIE, "17 h 10").booked().get(0);
        String address = "/hosts/" + booked.host() + "/bookings/" + booked.booking();

        // The slot beside its own, which only its own old time stands against.
        KitAnswer moved =
                kit.as(kit.guardian())
                        .post(
                                address,
                                Form.of(
                                        "slot",
                                        Long.toString(
                                                booked.startsAt().getEpochSecond() / 60 + 10)));

        assertThat(moved.status()).isEqualTo(200);
        assertThat(evening.seenBy(kit.guardian()).booked())
                .extracting(FamilyPage.Appointment::time)
                .containsExactly("17\u00a0h\u00a020");
        kit.as(kit.guardian()).post(address + "/cancel", Form.empty());
        assertThat(evening.seenBy(kit.guardian()).booked()).isEmpty();
        assertThat(Evening.times(evening.wish(kit.guardian(), JULIE).teacher())).hasSize(6);
    }

    @Test
    void aPlanIsProposedForAllWishedTeachersWithoutAClash() {
        Evening evening = Evening.open(kit, "5eA", "5eB");
        Form wishes = Form.empty();
        for (FamilyPage.Wished wish : evening.seenBy(kit.guardianOfTwo()).wishes()) {
            wishes = wishes.with("wish", wish.teacher().host() + ":" + wish.child().id());
        }

        FamilyPage page =
                kit.as(kit.guardianOfTwo())
                        .post(evening.address() + "/propose", wishes)
                        .as(FamilyPage.class);

        assertThat(page.booked()).hasSize(3);
        for (int i = 1; i < 3; i++) {
            Instant before = page.booked().get(i - 1).startsAt();
            assertThat(page.booked().get(i).startsAt())
                    .isAfterOrEqualTo(before.plus(Duration.ofMinutes(15)));
        }
    }

    @Test
    void nothingIsBookedBeforeTheOpeningAndAfterTheClosing() {
        Evening evening = Evening.open(kit, "5eA");
        Form press = evening.press(evening.wish(kit.guardian(), JULIE), "17 h 10");

        kit.clock().set(Instant.parse("2026-11-23T06:59:59Z"));
        KitAnswer early = kit.as(kit.guardian()).post(evening.address() + "/book", press);
        kit.clock().set(Instant.parse("2026-11-30T19:00:00Z"));
        KitAnswer late = kit.as(kit.guardian()).post(evening.address() + "/book", press);
        kit.clock().set(Instant.parse("2026-11-30T18:59:59Z"));
        KitAnswer last = kit.as(kit.guardian()).post(evening.address() + "/book", press);

        assertThat(early.problem().type()).isEqualTo("booking-closed");
        assertThat(late.problem().type()).isEqualTo("booking-closed");
        assertThat(last.status()).isEqualTo(200);
    }

    @Test
    void onlyThoseInChargeOpenAnEvening() {
        UUID key = UUID.randomUUID();
        kit.clock().set(Evening.MONDAY);
        Form form = Evening.form(kit, key, "5eA");

        assertThat(kit.as(kit.teacher()).post("/meetings/new", form).status()).isEqualTo(403);
        assertThat(kit.as(kit.guardian()).post("/meetings/new", form).status()).isEqualTo(403);
        assertThat(
                        kit.as(kit.staff(StaffFunction.GESTIONNAIRE))
                                .post("/meetings/new", form)
                                .status())
                .isEqualTo(403);
        assertThat(kit.as(kit.staff(StaffFunction.CPE)).post("/meetings/new", form).status())
                .isEqualTo(200);
    }

    @Test
    void anEveningThatIsSentTwiceIsOpenedOnce() {
        kit.clock().set(Evening.MONDAY);
        Form form = Evening.form(kit, UUID.randomUUID(), "5eA");
        KitPerson principal = kit.staff(StaffFunction.PRINCIPAL);

        kit.as(principal).post("/meetings/new", form);
        KitAnswer again = kit.as(principal).post("/meetings/new", form);

        assertThat(again.status()).isEqualTo(200);
        assertThat(kit.as(principal).get("/meetings").as(MeetingsPage.class).meetings().items())
                .hasSize(1);
    }

    @Test
    void whatIsWrongWithAnEveningIsSaidAndWhatWasTypedIsKept() {
        kit.clock().set(Evening.MONDAY);
        KitPerson principal = kit.staff(StaffFunction.PRINCIPAL);

        KitAnswer answer =
                kit.as(principal)
                        .inBrowser()
                        .post(
                                "/meetings/new",
                                Form.of(
                                        "title", "Soirée d’été",
                                        "day", "2026-11-22",
                                        "from", "17:00",
                                        "to", "18:00",
                                        "slot", "10",
                                        "pause", "0",
                                        "travel", "5",
                                        "opens", "2026-11-23T08:00",
                                        "closes", "x"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html())
                .contains("Soirée d’été")
                .contains("Ce moment est passé")
                .contains("Écrivez le jour et l’heure")
                .contains("Choisissez au moins un niveau ou une classe");
    }

    @Test
    void aGuardianWithoutAChildInTheClassesFindsNothing() {
        Evening evening = Evening.open(kit, "5eB");

        assertThat(kit.as(kit.guardian()).get(evening.address() + "/book").status()).isEqualTo(404);
        assertThat(
                        kit.as(kit.guardian())
                                .get("/meetings")
                                .as(MeetingsPage.class)
                                .meetings()
                                .items())
                .isEmpty();
    }

    @Test
    void aGuardianBooksForNoOtherChildAndNoOtherTeacher() {
        Evening evening = Evening.open(kit, "5eA", "5eB");
        FamilyPage.Wished marc = evening.wish(kit.guardianOfTwo(), MARC);

        KitAnswer answer =
                kit.as(kit.guardian())
                        .post(
                                evening.address() + "/book",
                                Evening.press(marc, marc.teacher().free().get(0).minute()));

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void anotherCollegeSeesAndChangesNothing() {
        Evening evening = Evening.open(kit, "5eA");
        FamilyPage.Wished wish = evening.wish(kit.guardian(), JULIE);
        KitPerson stranger = kit.otherCollege().guardian();

        assertThat(kit.as(stranger).get(evening.address() + "/book").status()).isEqualTo(404);
        assertThat(
                        kit.as(stranger)
                                .post(
                                        evening.address() + "/book",
                                        Evening.press(wish, wish.teacher().free().get(0).minute()))
                                .status())
                .isEqualTo(404);
        assertThat(
                        kit.as(kit.otherCollege().staff(StaffFunction.PRINCIPAL))
                                .get(evening.address())
                                .status())
                .isEqualTo(404);
    }

    @Test
    void aTeacherSeesTheOwnPlanAndNobodyElses() {
        Evening evening = Evening.open(kit, "5eA", "5eB");
        evening.book(kit.guardian(), JULIE, "17 h 10");
        HostPage plan = evening.plan(JULIE);

        KitAnswer own = kit.as(kit.teacher()).get("/hosts/" + plan.host());
        KitAnswer others = kit.as(kit.college().otherTeacher()).get("/hosts/" + plan.host());

        assertThat(own.as(HostPage.class).bookings()).isEqualTo(1);
        assertThat(own.html()).contains("Inès Bernard").contains("Paul Bernard");
        assertThat(others.status()).isEqualTo(404);
        assertThat(kit.as(kit.teacher()).get("/meetings").html()).contains("/hosts/" + plan.host());
    }

    @Test
    void aTeacherWhoHasLeftIsOfferedToNobodyAndWhatIsBookedStaysToBeSeen() throws SQLException {
        Evening evening = Evening.open(kit, "5eA", "5eB");
        evening.book(kit.guardian(), JULIE, "17 h 00");
        // One more person makes the kit put the directory back after the test.
        kit.aPupil().named("Pour", "Mémoire").create();
        try (Connection connection = kit.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE preau_c_0921244c.person SET left_on = '2026-11-20' WHERE id = '"
                            + kit.teacher().id()
                            + "'");
        }

        assertThat(evening.seenBy(kit.guardianOfTwo()).wishes())
                .extracting(wish -> wish.teacher().name())
                .doesNotContain(JULIE)
                .doesNotContainNull();
        assertThat(evening.seenBy(kit.guardian()).booked()).hasSize(1);
    }

    @Test
    void aTeacherStaysAwayComesLaterAndSaysWhere() {
        Evening evening = Evening.open(kit, "5eA", "5eB");
        String host = "/hosts/" + evening.plan(JULIE).host();

        kit.as(kit.teacher())
                .post(
                        host + "/presence",
                        Form.of(
                                "present",
                                "true",
                                "from",
                                "17:30",
                                "to",
                                "18:00",
                                "place",
                                "Salle 12"));

        FamilyPage.Wished late = evening.wish(kit.guardian(), JULIE);
        assertThat(Evening.times(late.teacher())).containsExactly("17 h 30", "17 h 40", "17 h 50");
        assertThat(late.teacher().place()).isEqualTo("Salle 12");
        kit.as(kit.teacher()).post(host + "/presence", Form.of("present", "false"));
        assertThat(evening.seenBy(kit.guardian()).wishes()).isEmpty();
    }

    @Test
    void whoDoesNotSayWhetherTheyComeChangesNothing() {
        Evening evening = Evening.open(kit, "5eA");
        evening.book(kit.guardian(), JULIE, "17 h 10");

        KitAnswer unsaid =
                kit.as(kit.teacher())
                        .post("/hosts/" + evening.plan(JULIE).host() + "/presence", Form.empty());

        assertThat(unsaid.violations()).containsOnlyKeys("present");
        assertThat(evening.plan(JULIE).bookings()).isEqualTo(1);
    }

    @Test
    void aHostWhoDoesNotComeExpectsNobodyAndEachFamilyIsTold() {
        Evening evening = Evening.open(kit, "5eA");
        evening.book(kit.guardian(), JULIE, "17 h 10");
        HostPage plan = evening.plan(JULIE);

        kit.as(kit.teacher())
                .post("/hosts/" + plan.host() + "/presence", Form.of("present", "false"));

        assertThat(evening.plan(JULIE).bookings()).isZero();
        assertThat(evening.seenBy(kit.guardian()).booked()).isEmpty();
        assertThat(kit.notices(kit.guardian()))
                .extracting(notice -> notice.title().replace('\u00a0', ' '))
                .contains(
                        "Rendez-vous annulé, mardi 1er décembre à 17 h 10 : Rencontre de décembre");
        kit.clock().set(Instant.parse("2026-11-30T09:00:00Z"));
        kit.runJob("remind-meetings");
        assertThat(kit.notices(kit.guardian()))
                .noneMatch(notice -> notice.title().startsWith("Rappel"));
    }

    @Test
    void aBlockedSlotIsNotOfferedUntilItIsGivenBack() {
        Evening evening = Evening.open(kit, "5eA");
        HostPage plan = evening.plan(JULIE);
        Form first = Form.of("slot", Integer.toString(plan.slots().get(0).minute()));

        kit.as(kit.teacher()).post("/hosts/" + plan.host() + "/block", first);
        assertThat(Evening.times(evening.wish(kit.guardian(), JULIE).teacher()))
                .doesNotContain("17 h 00");

        kit.as(kit.teacher()).post("/hosts/" + plan.host() + "/block", first);
        assertThat(Evening.times(evening.wish(kit.guardian(), JULIE).teacher()))
                .contains("17 h 00");
    }

    @Test
    void theSchoolBooksForAFamilyThatTelephones() {
        Evening evening = Evening.open(kit, "5eA", "5eB");
        HostPage plan = evening.plan(MARC);

        kit.as(kit.staff(StaffFunction.SECRETARY))
                .post(
                        "/hosts/" + plan.host() + "/book",
                        Form.of(
                                "family",
                                kit.college().otherPupil().id() + ":" + kit.guardianOfTwo().id(),
                                "slot",
                                Integer.toString(plan.slots().get(2).minute()),
                                "note",
                                "Par téléphone, la grand-mère"));

        FamilyPage page = evening.seenBy(kit.guardianOfTwo());
        assertThat(page.booked())
                .extracting(FamilyPage.Appointment::by)
                .containsExactly(FamilyPage.By.SCHOOL);
        // And the family is not free elsewhere at that time.
        assertThat(Evening.times(evening.wish(kit.guardianOfTwo(), JULIE).teacher()))
                .containsExactly("17 h 00", "17 h 40", "17 h 50");
        assertThat(
                        Paper.text(
                                kit.as(kit.staff(StaffFunction.PRINCIPAL))
                                        .get(evening.address() + "/plan.pdf")))
                .contains("Par téléphone, la grand-mère", kit.guardianOfTwo().displayName());
    }

    @Test
    void aCancelledEveningIsGoneForAllAndItsTimeIsFree() {
        Evening first = Evening.open(kit, "5eA");
        first.book(kit.guardian(), JULIE, "17 h 10");
        Evening second = Evening.open(kit, "5eA");
        assertThat(Evening.times(second.wish(kit.guardian(), JULIE).teacher()))
                .doesNotContain("17 h 10");

        kit.as(kit.staff(StaffFunction.PRINCIPAL)).post(first.address() + "/cancel", Form.empty());

        assertThat(kit.as(kit.guardian()).get(first.address() + "/book").status()).isEqualTo(404);
        assertThat(Evening.times(second.wish(kit.guardian(), JULIE).teacher())).hasSize(6);
    }

    @Test
    void theBookingPageTakesEightStatementsForTenTeachersAndThreeChildren() {
        KitPerson third = kit.aPupil().named("Zoé", "Martin").inClass("3eC").create();
        KitPerson guardian =
                kit.aGuardian()
                        .named("Ali", "Martin")
                        .of(kit.pupil(), kit.college().otherPupil(), third)
                        .create();
        for (int i = 0; i < 8; i++) {
            kit.aTeacher().named("Éloïse", "Durand" + i).inClass("3eC").inClass("5eA").create();
        }
        Evening evening = Evening.open(kit, "5eA", "5eB", "3eC");

        KitAnswer page = kit.as(guardian).get(evening.address() + "/book");

        assertThat(page.as(FamilyPage.class).wishes()).hasSizeGreaterThan(18);
        assertThat(page.statements()).isLessThanOrEqualTo(8);
    }

    @Test
    void meetingsGoAfterTheirSchoolYearAndTheNextOne() {
        Evening evening = Evening.open(kit, "5eA");
        evening.book(kit.guardian(), JULIE, "17 h 10");

        kit.clock().set(Instant.parse("2028-07-31T21:59:00Z"));
        kit.runJob("forget-meetings");
        assertThat(kit.as(kit.guardian()).get(evening.address() + "/book").status()).isEqualTo(200);

        kit.clock().set(Instant.parse("2028-07-31T22:01:00Z"));
        kit.runJob("forget-meetings");
        assertThat(kit.as(kit.guardian()).get(evening.address() + "/book").status()).isEqualTo(404);
    }
}
