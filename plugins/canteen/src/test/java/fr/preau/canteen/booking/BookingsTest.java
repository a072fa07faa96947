package fr.preau.canteen.booking;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.event.school.ClassAway;
import fr.preau.api.event.school.PupilAbsent;
import fr.preau.api.school.StaffFunction;
import fr.preau.canteen.registration.Counter;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitCollege;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import fr.preau.testkit.Visitor;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Families cancel meals until the cut-off, the school frees those of pupils who are away. */
@PreauTest
class BookingsTest extends Counter {

    BookingsTest(PreauKit kit) {
        super(kit);
    }

    /**
     * Thursday, 5 November 2026, 9 o'clock in Paris: Monday the 9th can be changed until ten on
     * Friday.
     */
    @BeforeEach
    void threeChildrenEatOnMondaysAndThursdays() {
        registered("Awa", "Léo", "Inès");
        kit.clock().set(Instant.parse("2026-11-05T08:00:00Z"));
    }

    private List<JsonObject> children() {
        return parent.get("/bookings?month=2026-11")
                .json()
                .getJsonArray("children")
                .getValuesAs(JsonObject.class);
    }

    private JsonObject child(String name) {
        return children().stream()
                .filter(child -> child.getString("name").startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    /** The form of November as it stands, with these meals not taken. */
    private KitAnswer saveWithout(String... meals) {
        Form form = Form.of("month", "2026-11");
        for (JsonObject child : children()) {
            for (JsonObject day : child.getJsonArray("days").getValuesAs(JsonObject.class)) {
                String meal = child.getString("child") + ":" + day.getString("day");
                if (day.getBoolean("changes")) {
                    form.with("shown", meal);
                    if (!List.of(meals).contains(meal)) {
                        form.with("meal", meal);
                    }
                }
            }
        }
        KitAnswer answer = parent.post("/bookings", form);
        kit.deliver();
        return answer;
    }

    private List<String> taken(String name) {
        List<String> taken = new ArrayList<>();
        for (JsonObject day : child(name).getJsonArray("days").getValuesAs(JsonObject.class)) {
            if (day.getBoolean("taken")) {
                taken.add(day.getString("day").substring(8));
            }
        }
        return taken;
    }

    private JsonObject kitchen(KitCollege college, String day) {
        return kit
                .as(college.staff(StaffFunction.GESTIONNAIRE))
                .at(college)
                .get("/kitchen")
                .json()
                .getJsonArray("days")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(each -> each.getString("day").equals(day))
                .findFirst()
                .orElseThrow();
    }

    private Visitor office() {
        return kit.as(kit.staff(StaffFunction.CPE));
    }

    @Test
    void brothersAndSistersOfTwoCollegesStandOnOnePageWithTheirDaysOfSchool() {
        KitAnswer page = parent.get("/bookings?month=2026-11");

        assertThat(page.html())
                .contains(
                        "Awa", "Léo", "Inès", "Le repas du lundi 9\u00a0novembre se change encore");
        // The 2nd is after the holidays, and nobody eats on the 11th.
        assertThat(taken("Awa"))
                .containsExactly("02", "05", "09", "12", "16", "19", "23", "26", "30");
        assertThat(page.statements()).as("with two collèges").isLessThanOrEqualTo(6);
        assertThat(parent.get("/bookings").json().getString("month")).isEqualTo("2026-11");
        assertThat(parent.get("/bookings?month=février").status()).isEqualTo(200);
    }

    @Test
    void aMealIsCancelledAndTakenAgainAndTheKitchenKnows() {
        String meal = child("Awa").getString("child") + ":2026-11-09";
        assertThat(kitchen(kit.college(), "2026-11-09").getInt("registered")).isEqualTo(2);

        assertThat(saveWithout(meal).status()).isEqualTo(200);
        assertThat(saveWithout(meal).status()).as("sent twice").isEqualTo(200);

        assertThat(taken("Awa")).doesNotContain("09").contains("12");
        assertThat(taken("Léo")).contains("09");
        assertThat(kitchen(kit.college(), "2026-11-09").getInt("cancelled")).isEqualTo(1);
        assertThat(kitchen(kit.otherCollege(), "2026-11-09").getInt("cancelled")).isZero();
        saveWithout();
        assertThat(taken("Awa")).contains("09");
        assertThat(kitchen(kit.college(), "2026-11-09").getInt("cancelled")).isZero();
    }

    @Test
    void afterTheCutOffNothingOfAFormIsTaken() {
        String tomorrow = child("Awa").getString("child") + ":2026-11-09";
        String later = child("Awa").getString("child") + ":2026-11-12";
        kit.clock().set(Instant.parse("2026-11-06T08:59:59Z"));
        Form form = Form.of("month", "2026-11", "shown", tomorrow).with("shown", later);
        kit.clock().set(Instant.parse("2026-11-06T09:00:00Z"));

        KitAnswer late = parent.post("/bookings", form);

        assertThat(String.valueOf(late.violations().get("meal")))
                .contains("lundi 9\u00a0novembre")
                .doesNotContain("jeudi 12");
        assertThat(taken("Awa")).contains("09", "12");
    }

    @Test
    void whatIsNoMealOfOnesChildrenIsLeftAlone() {
        String mine = child("Awa").getString("child");
        Form form =
                Form.of("month", "2026-11", "shown", UUID.randomUUID() + ":2026-11-12")
                        .with("shown", mine + ":2026-11-10")
                        .with("shown", mine + ":2026-12-03")
                        .with("shown", mine + ":2026-02-30")
                        .with("shown", "n’importe quoi");
        assertThat(parent.post("/bookings", form).status()).isEqualTo(200);
        Visitor stranger = kit.as(kit.guardian()).at(kit.departement());

        assertThat(
                        stranger.post(
                                        "/bookings",
                                        Form.of("month", "2026-11", "shown", mine + ":2026-11-12"))
                                .status())
                .isEqualTo(200);

        assertThat(taken("Awa")).hasSize(9);
        assertThat(stranger.get("/bookings?month=2026-11").html()).doesNotContain("Awa");
    }

    private KitAnswer away(String first, String last, UUID key, String... pupils) {
        String in = kit.college().schoolClass("5eA").id().toString();
        Form form =
                Form.of(
                        "key", key.toString(),
                        "in", in,
                        "first", first,
                        "last", last,
                        "reason", "Sortie au musée");
        for (String pupil : pupils) {
            form.with("pupil", pupil);
        }
        KitAnswer answer = office().post("/away", form);
        kit.deliver();
        return answer;
    }

    @Test
    void aClassThatIsOutFreesItsMealsAndBringsThemBack() {
        UUID key = UUID.randomUUID();
        assertThat(away("2026-11-09", "2026-11-12", key).status()).isEqualTo(200);
        assertThat(away("2026-11-09", "2026-11-12", key).status()).as("sent twice").isEqualTo(200);

        assertThat(taken("Awa")).doesNotContain("09", "12").contains("16");
        assertThat(taken("Léo")).as("of another class").contains("09", "12");
        assertThat(parent.get("/bookings?month=2026-11").html())
                .contains("Repas libéré par le collège\u00a0: Sortie au musée");
        assertThat(kitchen(kit.college(), "2026-11-09").getInt("away")).isEqualTo(1);
        assertThat(kitchen(kit.college(), "2026-11-09").getInt("lateAway")).isZero();

        office().post("/away/" + key + "/return", Form.empty());
        office().post("/away/" + key + "/return", Form.empty());
        kit.deliver();

        assertThat(taken("Awa")).contains("09", "12");
        assertThat(kitchen(kit.college(), "2026-11-09").getInt("away")).isZero();
    }

    @Test
    void whatAFamilyHasCancelledStaysCancelledWhenItsClassIsThereAfterAll() {
        saveWithout(child("Awa").getString("child") + ":2026-11-09");
        UUID key = UUID.randomUUID();
        away("2026-11-09", "2026-11-09", key);

        office().post("/away/" + key + "/return", Form.empty());
        kit.deliver();

        assertThat(taken("Awa")).doesNotContain("09");
        assertThat(kitchen(kit.college(), "2026-11-09").getInt("cancelled")).isEqualTo(1);
    }

    @Test
    void schoolLifeFreesMealsByItsFactsAndAfterTheCutOffTheKitchenHasCountedOnThem() {
        kit.publish(
                new ClassAway(
                        kit.college().schoolClass("5eB").id(),
                        Instant.parse("2026-11-12T07:00:00Z"),
                        Instant.parse("2026-11-12T16:00:00Z")),
                "5eB");
        kit.clock().set(Instant.parse("2026-11-09T07:30:00Z"));
        kit.publish(
                new PupilAbsent(
                        kit.college().otherPupil().id(),
                        Instant.parse("2026-11-09T07:00:00Z"),
                        null),
                kit.college().otherPupil().id().toString());
        kit.deliver();

        assertThat(taken("Léo")).doesNotContain("09", "12").contains("16");
        assertThat(kitchen(kit.college(), "2026-11-12").getInt("away")).isEqualTo(1);
        assertThat(kitchen(kit.college(), "2026-11-09").getInt("lateAway")).isEqualTo(1);
    }

    @Test
    void anAbsenceThatEndsBeforeNoonFreesNoMeal() {
        kit.publish(
                new PupilAbsent(
                        kit.college().otherPupil().id(),
                        Instant.parse("2026-11-09T07:00:00Z"),
                        Instant.parse("2026-11-09T10:00:00Z")),
                kit.college().otherPupil().id().toString());
        kit.deliver();

        assertThat(taken("Léo")).contains("09");
    }

    @Test
    void whatCanNotBeAnAbsenceIsRefusedWithItsField() {
        UUID key = UUID.randomUUID();
        assertThat(away("2026-11-12", "2026-11-09", key).violations()).containsOnlyKeys("last");
        assertThat(away("2026-11-02", "2026-11-03", key).violations()).containsOnlyKeys("last");
        assertThat(away("2026-11-09", "2027-11-09", key).violations()).containsOnlyKeys("last");
        assertThat(office().post("/away", Form.of("key", key.toString())).violations())
                .containsKeys("in", "first", "last", "reason");
        assertThat(office().get("/away").html()).contains("Personne");
    }

    @Test
    void onlySomePupilsOfAClassAreFreedAndOnlyTheOfficeEntersThem() {
        away("2026-11-09", "2026-11-09", UUID.randomUUID(), kit.college().pupil().id().toString());

        assertThat(taken("Awa")).as("another pupil of the class").contains("09");
        assertThat(kit.as(kit.staff(StaffFunction.ADMINISTRATOR)).get("/away").status())
                .isEqualTo(403);
        assertThat(kit.as(kit.guardian()).get("/away").status()).isEqualTo(403);
        assertThat(office().get("/away").html()).contains("Inès Bernard", "Sortie au musée");
    }

    @Test
    void whoEatsAndWhoWasAwayIsHandedOutAndErasedAndGoesWithTheSchoolYear() {
        away("2026-11-09", "2026-11-09", UUID.randomUUID());
        assertThat(kit.personalData().export(kit.college().otherPupil()).toString())
                .contains("Repas au collège", "Léo");
        assertThat(kit.personalData().export(kit.college().pupil()).toString())
                .contains("Absence à midi", "Sortie au musée");

        kit.personalData().erase(kit.college().otherPupil());
        kit.personalData().erase(kit.college().pupil());

        assertThat(kitchen(kit.college(), "2026-11-12").getInt("registered")).isEqualTo(1);
        assertThat(office().get("/away").html()).contains("Des élèves").doesNotContain("Inès");
        kit.clock().set(Instant.parse("2027-09-01T06:00:00Z"));
        kit.runJob("forget-registrations");
        kit.clock().set(Instant.parse("2026-11-05T08:00:00Z"));
        assertThat(kit.as(kit.staff(StaffFunction.GESTIONNAIRE)).get("/kitchen").html())
                .contains("Aucun repas à préparer");
    }
}
