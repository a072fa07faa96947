package fr.preau.canteen.rules;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of a school year are fixed in one form, and the next year begins with them. */
@PreauTest
class RulesTest {

    private final PreauKit kit;

    RulesTest(PreauKit kit) {
        this.kit = kit;
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("campaignFrom", "2026-06-16");
        fields.put("campaignUntil", "2026-07-14");
        fields.put("daysUntil", "2026-09-30");
        fields.put("cutoffDays", "1");
        fields.put("cutoffTime", "10:00");
        fields.put("term1", "2026-12-18");
        fields.put("term2", "2027-03-26");
        fields.put("term3", "2027-07-03");
        fields.put("noticeWeeks", "3");
        fields.put("changes", "1");
        fields.put("version", "0");
        return fields;
    }

    private KitAnswer save(Map<String, String> fields, String... days) {
        Form form = Form.empty();
        fields.forEach(form::with);
        for (String day : days) {
            form.with("days", day);
        }
        return kit.asOperator().post("/rules/2026", form);
    }

    private YearsPage years() {
        return kit.asOperator().get("/rules").as(YearsPage.class);
    }

    @Test
    void aYearIsFixedAndTheNextOneIsPreparedFromIt() {
        assertThat(kit.asOperator().get("/rules").html()).contains("Aucune règle", "/rules/2026");
        kit.clock().set(Instant.parse("2026-06-20T09:00:00Z"));

        assertThat(save(fields(), "1", "2", "4", "5").status()).isEqualTo(200);

        assertThat(years().years())
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.name()).isEqualTo("2026-2027");
                            assertThat(line.open()).isTrue();
                        });
        assertThat(years().next()).isEqualTo(2027);
        RulesPage next = kit.asOperator().get("/rules/2027").as(RulesPage.class);
        assertThat(next.campaignFrom()).isEqualTo("2027-06-16");
        assertThat(next.days()).containsExactlyInAnyOrder(1, 2, 4, 5);
        assertThat(next.cutoffTime()).isEqualTo("10:00");
        assertThat(kit.asOperator().get("/rules/2029").status()).isEqualTo(404);
    }

    @Test
    void whatIsKeptIsShownAgainAndTwoWhoChangeItAreTold() {
        save(fields(), "1");
        RulesPage kept = kit.asOperator().get("/rules/2026").as(RulesPage.class);
        assertThat(kept.version()).isEqualTo(1);
        Map<String, String> mine = fields();
        mine.put("version", "1");
        mine.put("cutoffTime", "09:15");

        assertThat(save(mine, "1", "3").status()).isEqualTo(200);
        KitAnswer theirs = save(mine, "1");

        assertThat(theirs.violations()).containsOnlyKeys("campaignFrom");
        RulesPage after = kit.asOperator().get("/rules/2026").as(RulesPage.class);
        assertThat(after.cutoffTime()).isEqualTo("09:15");
        assertThat(after.days()).containsExactlyInAnyOrder(1, 3);
        assertThat(kit.asOperator().get("/rules/2026").html())
                .contains("value=\"2026-06-16\"", "type=\"time\"");
    }

    @ParameterizedTest
    @CsvSource({
        "campaignUntil, 2026-06-01, campaignUntil",
        "campaignFrom, 2025-12-01, campaignFrom",
        "campaignUntil, 2027-09-01, campaignFrom",
        "daysUntil, 2026-08-31, daysUntil",
        "term1, 2026-08-31, term1",
        "term2, 2026-12-18, term2",
        "term3, 2027-09-01, term3",
        "cutoffDays, 11, cutoffDays",
        "cutoffDays, -1, cutoffDays",
        "cutoffDays, un, cutoffDays",
        "cutoffTime, 25:00, cutoffTime",
        "cutoffTime, midi, cutoffTime",
        "noticeWeeks, 13, noticeWeeks",
        "changes, 4, changes",
        "campaignFrom, 2026-02-30, campaignFrom"
    })
    void whatDoesNotFitTogetherNamesItsField(String field, String value, String wrong) {
        Map<String, String> fields = fields();
        fields.put(field, value);

        KitAnswer refused = save(fields, "1", "2");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).containsKey(wrong);
        assertThat(years().years()).isEmpty();
    }

    @Test
    void withoutADayNothingIsServed() {
        assertThat(save(fields()).violations()).containsOnlyKeys("days");
        assertThat(save(fields(), "6", "7").violations()).containsOnlyKeys("days");
    }

    @Test
    void aCollegeFixesItsOwnOnlyIfItRunsItsCanteen() {
        Form form = Form.empty();
        fields().forEach(form::with);
        form.with("days", "1");
        assertThat(kit.as(kit.staff(StaffFunction.GESTIONNAIRE)).get("/rules").html())
                .contains("Les règles sont celles du Département");
        assertThat(kit.as(kit.staff(StaffFunction.GESTIONNAIRE)).get("/rules/2026").html())
                .doesNotContain("<form method=\"post\" action=\"/c/sevres/canteen/rules");
        assertThat(kit.as(kit.staff(StaffFunction.PRINCIPAL)).post("/rules/2026", form).status())
                .isEqualTo(404);

        kit.set("run-by", "college");

        assertThat(kit.as(kit.staff(StaffFunction.PRINCIPAL)).post("/rules/2026", form).status())
                .isEqualTo(200);
        assertThat(years().years()).isEmpty();
        assertThat(kit.as(kit.staff(StaffFunction.CPE)).post("/rules/2026", form).status())
                .isEqualTo(403);
    }
}
