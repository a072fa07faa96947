package fr.preau.canteen.menu;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import fr.preau.testkit.Visitor;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The kitchen writes menus, everybody at the collège reads them. It is Tuesday, 24 November 2026.
 */
@PreauTest
class MenusTest {

    private final PreauKit kit;

    MenusTest(PreauKit kit) {
        this.kit = kit;
    }

    private Visitor kitchen() {
        return kit.as(kit.staff(StaffFunction.GESTIONNAIRE));
    }

    private static Form dish(String day, String course, String name) {
        return Form.of("day", day, "course", course, "name", name, "version", "0");
    }

    private KitAnswer save(UUID dish, Form form) {
        return kitchen().post("/menus/dishes/" + dish, form);
    }

    private void publish(String day, boolean published) {
        kitchen()
                .post(
                        "/menus/publication",
                        Form.of("day", day, "published", String.valueOf(published)));
    }

    private void aWeek() {
        save(
                UUID.randomUUID(),
                dish("2026-11-24", "DESSERT", "Crème aux œufs")
                        .with("known", "true")
                        .with("allergen", "MILK")
                        .with("allergen", "EGGS")
                        .with("label", "HOME_MADE"));
        save(UUID.randomUUID(), dish("2026-11-24", "MAIN", "Colin d’Alaska"));
        save(
                UUID.randomUUID(),
                dish("2026-11-26", "MAIN", "Dahl de lentilles")
                        .with("known", "true")
                        .with("vegetarian", "true"));
    }

    @Test
    void aWeekIsReadByEverybodyOnceItIsPublished() {
        aWeek();
        assertThat(kit.as(kit.pupil()).get("/menu").html())
                .contains("Pas encore de menu")
                .doesNotContain("Colin");

        publish("2026-11-26", true);

        for (Visitor reader :
                List.of(
                        kit.as(kit.pupil()),
                        kit.as(kit.guardian()),
                        kit.as(kit.teacher()),
                        kit.as(kit.staff(StaffFunction.CPE)))) {
            KitAnswer page = reader.get("/menu");
            assertThat(page.html())
                    .contains(
                            "Semaine du lundi 23\u00a0novembre 2026",
                            "Allergènes\u00a0: œufs, lait",
                            "Allergènes non renseignés",
                            "Sans allergène à déclaration obligatoire",
                            "Fait maison",
                            "Végétarien")
                    .doesNotContain("Modifier", "Pas encore de plat végétarien");
            assertThat(page.html().indexOf("Colin"))
                    .as("in the order in which one eats")
                    .isLessThan(page.html().indexOf("Crème"));
            assertThat(page.statements()).isLessThanOrEqualTo(3);
        }
        assertThat(kit.as(kit.guardian()).get("/menu?day=2026-12-01").html())
                .contains("Pas encore de menu");
        publish("2026-11-24", false);
        assertThat(kit.as(kit.pupil()).get("/menu").html()).doesNotContain("Colin");
    }

    @Test
    void onlyTheKitchenOfTheCollegeWrites() {
        UUID dish = UUID.randomUUID();
        Form form = dish("2026-11-24", "MAIN", "Colin");
        for (Visitor other :
                List.of(
                        kit.as(kit.pupil()),
                        kit.as(kit.guardian()),
                        kit.as(kit.teacher()),
                        kit.as(kit.staff(StaffFunction.CPE)))) {
            assertThat(other.post("/menus/dishes/" + dish, form).status()).isEqualTo(403);
            assertThat(other.get("/menus").status()).isEqualTo(403);
        }
        save(dish, form);
        publish("2026-11-24", true);
        Visitor elsewhere =
                kit.as(kit.otherCollege().staff(StaffFunction.GESTIONNAIRE)).at(kit.otherCollege());
        assertThat(elsewhere.get("/menus/dishes/" + dish).status()).isEqualTo(404);
        assertThat(elsewhere.get("/menu").html()).doesNotContain("Colin");
    }

    @Test
    void aFormThatIsSentTwiceIsOneDishAndAChangeOfSomebodyElseIsNotLost() {
        UUID dish = UUID.randomUUID();
        assertThat(save(dish, dish("2026-11-24", "MAIN", "Colin")).status()).isEqualTo(200);
        assertThat(save(dish, dish("2026-11-24", "MAIN", "Colin")).status()).isEqualTo(200);
        assertThat(days().get(1).getJsonArray("dishes")).hasSize(1);
        Form mine = Form.of("day", "2026-11-24", "course", "MAIN", "name", "Merlu", "version", "1");
        Form theirs =
                Form.of("day", "2026-11-24", "course", "MAIN", "name", "Lieu", "version", "1");
        assertThat(save(dish, mine).status()).isEqualTo(200);

        assertThat(save(dish, theirs).violations()).containsKey("version");

        assertThat(kitchen().get("/menus").html()).contains("Merlu").doesNotContain("Lieu");
        Form removal = Form.of("day", "2026-11-24");
        kitchen().post("/menus/dishes/" + dish + "/removal", removal);
        assertThat(kitchen().post("/menus/dishes/" + dish + "/removal", removal).status())
                .isEqualTo(200);
        assertThat(kitchen().get("/menus").html()).doesNotContain("Merlu");
    }

    private List<JsonObject> days() {
        return kitchen().get("/menus").json().getJsonArray("days").getValuesAs(JsonObject.class);
    }

    @Test
    void whatIsNoDishIsRefusedWithItsField() {
        assertThat(save(UUID.randomUUID(), dish("2026-11-24", "MAIN", " ")).violations())
                .containsKey("name");
        assertThat(save(UUID.randomUUID(), dish("2026-11-28", "MAIN", "Samedi")).violations())
                .containsKey("day");
        assertThat(
                        save(
                                        UUID.randomUUID(),
                                        dish("2026-11-24", "MAIN", "Colin")
                                                .with("allergen", "FISH"))
                                .violations())
                .as("allergens that nobody has looked at")
                .containsKey("known");
        save(UUID.randomUUID(), dish("2026-11-24", "MAIN", "<script>alert(1)</script>"));
        assertThat(kitchen().get("/menus").html())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void aWeekIsCopiedOnceAndWithoutWhatFallsOnAHoliday() {
        save(UUID.randomUUID(), dish("2026-11-03", "MAIN", "Lasagnes"));
        save(UUID.randomUUID(), dish("2026-11-02", "MAIN", "Lundi"));
        Form copy = Form.of("day", "2026-11-24", "from", "2026-11-04");
        assertThat(kitchen().get("/menus").html()).contains("Reprendre une semaine passée");

        assertThat(kitchen().post("/menus/copy", copy).status()).isEqualTo(200);

        assertThat(kitchen().post("/menus/copy", copy).violations()).containsKey("from");
        assertThat(days().get(0).getJsonArray("dishes")).hasSize(1);
        assertThat(days().get(1).getJsonArray("dishes")).hasSize(1);
        kitchen().post("/menus/copy", Form.of("day", "2027-03-29", "from", "2026-11-04"));
        assertThat(kitchen().get("/menus?day=2027-03-29").html())
                .as("Easter Monday")
                .contains("Lasagnes")
                .doesNotContain("<strong>Lundi");
    }

    @Test
    void theAccueilSaysTheNextMeal() {
        aWeek();
        assertThat(card()).doesNotContain("Au menu");
        publish("2026-11-24", true);

        assertThat(card()).contains("Au menu mardi 24\u00a0novembre", "Colin d’Alaska · Crème");
        kit.clock().set(Instant.parse("2026-11-25T14:00:00Z"));
        assertThat(card()).as("after the meal").contains("jeudi 26", "Dahl de lentilles");
        kit.clock().set(Instant.parse("2026-11-26T14:00:00Z"));
        assertThat(card()).as("Friday has none").doesNotContain("Au menu");
    }

    private String card() {
        return kit.as(kit.pupil()).card("menu").html();
    }
}
