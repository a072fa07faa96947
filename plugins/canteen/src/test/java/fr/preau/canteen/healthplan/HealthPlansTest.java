package fr.preau.canteen.healthplan;

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

/** The kitchen knows what a pupil may not eat; nobody else does but their guardians. */
@PreauTest
class HealthPlansTest extends Counter {

    HealthPlansTest(PreauKit kit) {
        super(kit);
    }

    /** Léo eats on Mondays and Thursdays. It is Thursday, 26 November 2026. */
    @BeforeEach
    void leoIsRegistered() {
        registered("Léo");
        kit.clock().set(Instant.parse("2026-11-26T09:00:00Z"));
    }

    private Visitor kitchen() {
        return kit.as(kit.staff(StaffFunction.GESTIONNAIRE));
    }

    private String plan() {
        return "/health-plans/pupils/" + kit.college().otherPupil().id();
    }

    private static Form milk(String version) {
        return Form.of(
                "allergen", "MILK",
                "instruction", "Lait de soja au <goûter>",
                "first", "2026-11-01",
                "last", "2027-06-30",
                "version", version);
    }

    private void dish(String name, String... fields) {
        Form form = Form.of("day", "2026-11-26", "course", "DESSERT", "name", name, "version", "0");
        for (int i = 0; i < fields.length; i += 2) {
            form.with(fields[i], fields[i + 1]);
        }
        kitchen().post("/menus/dishes/" + UUID.randomUUID(), form);
    }

    @Test
    void theKitchenSeesWhoEatsAndWhatIsNotForThem() {
        assertThat(kitchen().post(plan(), milk("0")).status()).isEqualTo(200);
        dish("Crème", "known", "true", "allergen", "MILK", "allergen", "EGGS");
        dish("Pomme", "known", "true");
        dish("Gâteau");

        KitAnswer day = kitchen().get("/health-plans/day");

        JsonObject leo = day.json().getJsonArray("lines").getJsonObject(0);
        assertThat(leo.getBoolean("expected")).isTrue();
        assertThat(leo.getJsonArray("wrong").getValuesAs(JsonObject.class))
                .extracting(wrong -> wrong.getString("dish"))
                .containsExactly("Crème");
        assertThat(leo.getJsonArray("unknown").getString(0)).isEqualTo("Gâteau");
        assertThat(day.html())
                .contains("Crème (lait)", "Allergènes non renseignés", "Attendu", "&lt;goûter");
        assertThat(day.statements()).isLessThanOrEqualTo(6);
        assertThat(kitchen().get("/health-plans/day?day=2026-11-27").html())
                .as("a Friday")
                .contains("Pas attendu", "n’est pas écrit");
        assertThat(kitchen().get("/health-plans/day?day=2027-07-01").html()).doesNotContain("Léo");
    }

    @Test
    void itIsNobodyElsesBusiness() {
        kitchen().post(plan(), milk("0"));
        for (Visitor other :
                List.of(
                        kit.as(kit.pupil()),
                        kit.as(kit.teacher()),
                        kit.as(kit.staff(StaffFunction.CPE)),
                        kit.as(kit.staff(StaffFunction.SECRETARY)),
                        kit.as(kit.guardianOfTwo()))) {
            assertThat(other.get("/health-plans").status()).isEqualTo(403);
            assertThat(other.get("/health-plans/day").status()).isEqualTo(403);
            assertThat(other.get(plan()).status()).isEqualTo(403);
            assertThat(other.post(plan(), milk("1")).status()).isEqualTo(403);
        }
        Visitor elsewhere =
                kit.as(kit.otherCollege().staff(StaffFunction.GESTIONNAIRE)).at(kit.otherCollege());
        assertThat(elsewhere.get(plan()).status()).isEqualTo(404);
        assertThat(elsewhere.get("/health-plans").html()).doesNotContain("Léo");
        assertThat(kit.as(kit.guardianOfTwo()).get("/health-plans/own").html())
                .contains("Léo", "À éviter\u00a0: lait");
        assertThat(kit.as(kit.guardian()).get("/health-plans/own").html()).doesNotContain("Léo");
    }

    @Test
    void aPlanIsChangedByOneAtATimeAndSaysWhatIsWrong() {
        assertThat(kitchen().post(plan(), milk("0")).status()).isEqualTo(200);
        assertThat(kitchen().post(plan(), milk("0")).violations()).containsKey("version");
        assertThat(
                        kitchen()
                                .post(
                                        plan(),
                                        Form.of(
                                                "first", "2026-12-01",
                                                "last", "2026-11-01",
                                                "version", "1"))
                                .violations())
                .containsKey("last");
        assertThat(
                        kitchen()
                                .post(
                                        plan(),
                                        Form.of(
                                                "first", "2026-11-01",
                                                "last", "2026-12-01",
                                                "version", "1"))
                                .violations())
                .containsKey("allergen");
        String teacher = "/health-plans/pupils/" + kit.teacher().id();
        assertThat(kitchen().post(teacher, milk("0")).status()).isEqualTo(404);
        assertThat(kitchen().post(plan() + "/removal", Form.empty()).status()).isEqualTo(200);
        assertThat(kitchen().post(plan() + "/removal", Form.empty()).status()).isEqualTo(200);
        assertThat(kitchen().get("/health-plans").html()).doesNotContain("Léo");
    }

    @Test
    void aPlanGoesTheDayAfterItsLast() {
        kitchen().post(plan(), milk("0"));
        kit.clock().set(Instant.parse("2027-06-30T09:00:00Z"));
        kit.runJob("forget-health-plans");
        assertThat(kitchen().get("/health-plans").html()).contains("Léo");
        kit.clock().set(Instant.parse("2027-07-01T09:00:00Z"));
        kit.runJob("forget-health-plans");

        assertThat(kit.as(kit.guardianOfTwo()).get("/health-plans/own").html())
                .doesNotContain("Léo");
    }
}
