package fr.preau.communication.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.communication.appointments.FamilyPage.Teacher;
import fr.preau.communication.appointments.FamilyPage.Wished;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitCollege;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import fr.preau.testkit.Visitor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A guardian with a child at each of two collèges, whose evenings are on the same day. */
@PreauTest
class TwoCollegesTest {

    private final PreauKit kit;
    private UUID here = UUID.randomUUID();
    private UUID there = UUID.randomUUID();

    TwoCollegesTest(PreauKit kit) {
        this.kit = kit;
    }

    @BeforeEach
    void twoEvenings() {
        kit.clock().set(Evening.MONDAY);
        here = open(kit.college(), "19:00");
        there = open(kit.otherCollege(), "19:00");
    }

    @Test
    void allTeachersOfAllChildrenAreSeenInBothColleges() {
        assertThat(atHome().children()).isNotEmpty();
        assertThat(atTheOther().children()).isNotEmpty();
        assertThat(both().accueil().html()).contains("/meetings/" + here, "/meetings/" + there);
    }

    @Test
    void anHourThatIsTakenAtOneCollegeIsNotOfferedAtTheOtherNorAreThoseOnTheWay() {
        book(both(), here, first(atHome()), "17 h 30");

        FamilyPage page = atTheOther();

        assertThat(Evening.times(first(page).teacher()))
                .containsExactly("18 h 10", "18 h 20", "18 h 30", "18 h 40", "18 h 50");
        assertThat(page.elsewhereKnown()).isTrue();
        assertThat(page.elsewhere())
                .containsExactly(
                        new FamilyPage.Expected(
                                kit.college().college().name(),
                                kit.college().college().commune(),
                                "Rencontre de décembre",
                                "17\u00a0h\u00a030",
                                "17\u00a0h\u00a040"));
    }

    @Test
    void thePageSaysWhereOneIsExpectedAndWhy() {
        book(both(), here, first(atHome()), "17 h 30");

        KitAnswer page = both().at(kit.otherCollege()).get(address(there));

        assertThat(page.html())
                .contains(
                        "Ce jour-là, dans un autre collège",
                        "de 17\u00a0h\u00a030 à 17\u00a0h\u00a040",
                        "à moins de 30 minutes");
    }

    @Test
    void whoPressesAnHourThatWasFreeAMomentAgoIsToldWhy() {
        Wished late = first(atTheOther());
        Form press = Evening.press(late, minute(late.teacher(), "17 h 40"));
        book(both(), here, first(atHome()), "17 h 30");

        KitAnswer answer = both().at(kit.otherCollege()).inBrowser().post(address(there), press);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html()).contains("On vous attend dans un autre collège");
        assertThat(atTheOther().booked()).isEmpty();
    }

    @Test
    void aProposedPlanKeepsClearOfTheOtherCollege() {
        book(both(), here, first(atHome()), "17 h 30");
        Form wishes = Form.empty();
        atTheOther()
                .wishes()
                .forEach(
                        each ->
                                wishes.with(
                                        "wish", each.teacher().host() + ":" + each.child().id()));

        FamilyPage planned =
                both().at(kit.otherCollege())
                        .post("/meetings/" + there + "/propose", wishes)
                        .as(FamilyPage.class);

        assertThat(planned.booked())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.time()).startsWith("18"));
    }

    @Test
    void anAppointmentIsNotMovedIntoTheOtherCollegesTime() {
        FamilyPage.Appointment mine =
                book(both(), here, first(atHome()), "18 h 40").booked().get(0);
        book(both().at(kit.otherCollege()), there, first(atTheOther()), "17 h 00");
        String address = "/hosts/" + mine.host() + "/bookings/" + mine.booking();

        List<String> offered =
                both().get(address).as(BookingPage.class).free().stream()
                        .map(each -> each.time().replace('\u00a0', ' '))
                        .toList();

        assertThat(offered).contains("17 h 40").doesNotContain("17 h 00", "17 h 30");
    }

    @Test
    void whatIsCancelledAtOneCollegeIsFreeAgainAtTheOther() {
        FamilyPage.Appointment mine =
                book(both(), here, first(atHome()), "17 h 30").booked().get(0);
        both().post(
                        "/hosts/" + mine.host() + "/bookings/" + mine.booking() + "/cancel",
                        Form.empty());

        FamilyPage page = atTheOther();

        assertThat(page.elsewhere()).isEmpty();
        assertThat(Evening.times(first(page).teacher())).contains("17 h 30");
    }

    @Test
    void whoIsAtOneCollegeOnlyIsAskedNothingElsewhere() {
        book(both(), here, first(atHome()), "17 h 30");

        KitAnswer alone =
                kit.as(kit.otherCollege().guardian()).at(kit.otherCollege()).get(address(there));

        assertThat(alone.as(FamilyPage.class).elsewhere()).isEmpty();
        assertThat(both().at(kit.otherCollege()).get(address(there)).statements())
                .isEqualTo(alone.statements() + 1);
    }

    @Test
    void aModuleThatIsOffThereSaysNothingAndNobodyWaits() {
        book(both(), here, first(atHome()), "17 h 30");
        kit.turn(kit.college(), false);
        try {
            FamilyPage page = atTheOther();

            assertThat(page.elsewhere()).isEmpty();
            assertThat(page.elsewhereKnown()).isTrue();
        } finally {
            kit.turn(kit.college(), true);
        }
    }

    @Test
    void whereTheOtherCollegeDoesNotAnswerOneIsToldAndBooksAllTheSame() throws SQLException {
        sql("RENAME TABLE %s TO %s_gone");
        try {
            KitAnswer page = both().at(kit.otherCollege()).get(address(there));
            FamilyPage booked =
                    book(both().at(kit.otherCollege()), there, first(atTheOther()), "17 h 30");

            assertThat(page.as(FamilyPage.class).elsewhereKnown()).isFalse();
            assertThat(page.html()).contains("dans un autre collège n’ont pas pu être lus");
            assertThat(booked.booked()).hasSize(1);
        } finally {
            sql("RENAME TABLE %2$s_gone TO %1$s");
        }
        assertThat(atTheOther().elsewhereKnown()).isTrue();
    }

    @Test
    void whoBooksAtBothInTheSameMomentIsToldThatTheyClash() throws SQLException {
        Wished elsewhere = first(atTheOther());
        FamilyPage.Appointment mine =
                book(both(), here, first(atHome()), "17 h 30").booked().get(0);
        assertThat(mine.clashes()).isFalse();
        // As if the other collège had not known yet.
        sql("RENAME TABLE %s TO %s_gone");
        try {
            book(both().at(kit.otherCollege()), there, elsewhere, "17 h 30");
        } finally {
            sql("RENAME TABLE %2$s_gone TO %1$s");
        }

        KitAnswer page = both().get(address(here));

        assertThat(page.html()).contains("Deux rendez-vous se chevauchent", "Trop proche");
        assertThat(atTheOther().booked())
                .singleElement()
                .satisfies(each -> assertThat(each.clashes()).isTrue());
    }

    /** Of the table of bookings at the first collège. */
    private void sql(String statement) throws SQLException {
        String uai = kit.college().college().uai().value().toLowerCase(Locale.ROOT);
        String table = "preau_c_" + uai + ".communication_meeting_booking";
        try (Connection connection = kit.dataSource().getConnection();
                Statement change = connection.createStatement()) {
            change.execute(statement.formatted(table, table));
        }
    }

    private UUID open(KitCollege college, String to) {
        UUID key = UUID.randomUUID();
        Form form =
                Form.of(
                        "title", "Rencontre de décembre",
                        "day", "2026-12-01",
                        "from", "17:00",
                        "to", to,
                        "slot", "10",
                        "pause", "0",
                        "travel", "5",
                        "opens", "2026-11-23T08:00",
                        "closes", "2026-11-30T20:00",
                        "key", key.toString());
        form.with("levels", "5e");
        KitAnswer opened =
                kit.as(college.staff(StaffFunction.PRINCIPAL)).post("/meetings/new", form);
        assertThat(opened.status()).as("%s", opened.json()).isEqualTo(200);
        return key;
    }

    /** The guardian of a child here, who is the guardian of one at the other collège too. */
    private Visitor both() {
        return kit.as(kit.guardian(), kit.otherCollege().guardian());
    }

    private FamilyPage atHome() {
        return both().get(address(here)).as(FamilyPage.class);
    }

    private FamilyPage atTheOther() {
        return both().at(kit.otherCollege()).get(address(there)).as(FamilyPage.class);
    }

    private static String address(UUID meeting) {
        return "/meetings/" + meeting + "/book";
    }

    private static Wished first(FamilyPage page) {
        return page.wishes().get(0);
    }

    private static int minute(Teacher teacher, String time) {
        return teacher.free().stream()
                .filter(slot -> slot.time().replace('\u00a0', ' ').equals(time))
                .findFirst()
                .orElseThrow()
                .minute();
    }

    private static FamilyPage book(Visitor guardian, UUID meeting, Wished wish, String time) {
        KitAnswer booked =
                guardian.post(address(meeting), Evening.press(wish, minute(wish.teacher(), time)));
        assertThat(booked.status()).as("%s", booked.json()).isEqualTo(200);
        return booked.as(FamilyPage.class);
    }
}
