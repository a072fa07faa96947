package fr.preau.canteen.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.canteen.registration.Counter;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import fr.preau.testkit.Visitor;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A collège without a reader ticks who came; what families have said stands beside the names. */
@PreauTest
class ByHandTest extends Counter {

    private final String fifthA;

    ByHandTest(PreauKit kit) {
        super(kit);
        fifthA = kit.college().schoolClass("5eA").id().toString();
    }

    /** Awa of the 5eA eats on Mondays, Inès of the 5eA is not registered. Monday at noon. */
    @BeforeEach
    void aMonday() {
        registered("Awa", "Léo");
        kit.clock().set(Instant.parse("2026-11-09T11:00:00Z"));
    }

    private Visitor kitchen() {
        return kit.as(kit.college().aMemberOfTheStaff().create());
    }

    private Visitor gestionnaire() {
        return kit.as(kit.staff(StaffFunction.GESTIONNAIRE));
    }

    private List<JsonObject> fifthA() {
        return kitchen()
                .get("/line/by-hand?in=" + fifthA)
                .json()
                .getJsonArray("pupils")
                .getValuesAs(JsonObject.class);
    }

    private List<String> ticked() {
        return fifthA().stream()
                .filter(each -> each.getBoolean("ticked"))
                .map(each -> each.getString("name"))
                .toList();
    }

    private UUID awa() {
        return fifthA().stream()
                .filter(each -> each.getString("name").startsWith("Awa"))
                .map(each -> UUID.fromString(each.getString("id")))
                .findFirst()
                .orElseThrow();
    }

    private UUID ines() {
        return kit.pupil().id().value();
    }

    private KitAnswer save(Visitor by, List<UUID> counted, List<UUID> pupils) {
        Form form = Form.of("day", "2026-11-09", "in", fifthA);
        counted.forEach(each -> form.with("counted", each.toString()));
        pupils.forEach(each -> form.with("pupil", each.toString()));
        return by.post("/line/by-hand", form);
    }

    private JsonObject sheet() {
        return gestionnaire().get("/line/day").json();
    }

    @Test
    void whoIsExpectedIsTickedAndWhatIsTickedIsCountedOnce() {
        assertThat(ticked()).containsExactly("Awa Martin");

        save(kitchen(), List.of(), List.of(awa(), ines()));
        save(kitchen(), List.of(), List.of(awa(), ines()));

        assertThat(ticked()).containsExactlyInAnyOrder("Awa Martin", "Inès Bernard");
        assertThat(sheet().getInt("served")).isEqualTo(2);
        assertThat(sheet().getInt("expected")).as("with Léo").isEqualTo(2);
        assertThat(sheet().getJsonArray("missing")).hasSize(1);
        assertThat(sheet().getJsonArray("unexpected")).hasSize(1);
        assertThat(sheet().getJsonArray("twice")).isEmpty();
        assertThat(gestionnaire().get("/line/day").html())
                .contains("À la main", "Un élève attendu n’est pas venu", "au prix passager");
    }

    @Test
    void whoIsUntickedHasNotEatenAlsoWhenADeviceSaidSo() {
        Tablet tablet = Tablet.opened(kitchen());
        tablet.pass(ines(), "2026-11-09T11:14:05.123Z");
        tablet.sendAll();
        save(kitchen(), List.of(ines()), List.of(awa()));

        assertThat(ticked()).containsExactly("Awa Martin");
        assertThat(sheet().getInt("served")).isEqualTo(1);
        assertThat(tablet.sendAll().json().getInt("upTo")).isEqualTo(1);
        assertThat(sheet().getInt("served")).isEqualTo(1);
    }

    @Test
    void aFormThatWasOpenTooLongTakesNoPassageBack() {
        Tablet tablet = Tablet.opened(kitchen());
        tablet.pass(ines(), "2026-11-09T11:14:05.123Z");
        tablet.sendAll();

        save(kitchen(), List.of(), List.of(awa()));

        assertThat(ticked()).containsExactlyInAnyOrder("Awa Martin", "Inès Bernard");
    }

    @Test
    void theListOfADeviceSaysWhoEatsWhoCancelledAndWhoIsAPasser() {
        JsonObject meals = parent.get("/bookings?month=2026-11").json();
        Form form = Form.of("month", "2026-11");
        for (JsonObject child : meals.getJsonArray("children").getValuesAs(JsonObject.class)) {
            String meal = child.getString("child") + ":2026-11-12";
            form.with("shown", meal);
            if (!child.getString("name").startsWith("Awa")) {
                form.with("meal", meal);
            }
        }
        parent.post("/bookings", form);
        kit.deliver();
        assertThat(regime("Awa")).isEqualTo("EATS");
        assertThat(regime("Inès")).isEqualTo("PASSER");
        kit.clock().set(Instant.parse("2026-11-10T11:00:00Z"));
        assertThat(regime("Awa")).as("on a Tuesday").isEqualTo("OTHER_DAY");
        kit.clock().set(Instant.parse("2026-11-12T11:00:00Z"));
        assertThat(regime("Awa")).isEqualTo("CANCELLED");
        assertThat(regime("Léo")).isEqualTo("EATS");
    }

    private String regime(String name) {
        return Tablet.opened(kitchen()).people().stream()
                .filter(each -> each.getString("given").equals(name))
                .map(each -> each.getString("regime"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void afterTheClosingOnlyTheOfficePutsItRightAndItIsToldAtOnce() {
        UUID awa = awa();
        save(kitchen(), List.of(), List.of(awa));
        gestionnaire().post("/line/day/closing", Form.empty());

        assertThat(kitchen().get("/line/by-hand").status()).isEqualTo(403);
        assertThat(save(kitchen(), List.of(awa), List.of()).status()).isEqualTo(403);
        save(gestionnaire(), List.of(awa), List.of(ines()));

        List<String> told =
                kit.published().stream()
                        .filter(each -> each.name().equals("canteen.MealsServed"))
                        .map(each -> each.body().asJsonObject().getJsonArray("meals").toString())
                        .toList();
        assertThat(told).hasSize(2);
        assertThat(told.get(1)).contains("Awa Martin", "\"taken\":false", "Inès Bernard");
        kit.deliver();
    }

    @Test
    void anotherDayIsPutRightByTheOfficeWithinTheSchoolYear() {
        assertThat(gestionnaire().get("/line/by-hand?day=2026-11-02").status()).isEqualTo(200);
        assertThat(kitchen().get("/line/by-hand?day=2026-11-02").status()).isEqualTo(403);
        assertThat(gestionnaire().get("/line/by-hand?day=2026-11-10").status()).isEqualTo(404);
        assertThat(gestionnaire().get("/line/by-hand?day=2026-08-31").status()).isEqualTo(404);
        assertThat(gestionnaire().get("/line/by-hand?in=x").html())
                .contains("Pointer cette classe");
        assertThat(
                        gestionnaire()
                                .post("/line/by-hand", Form.of("day", "2026-11-09", "in", "x"))
                                .status())
                .isEqualTo(404);
    }
}
