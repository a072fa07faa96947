package fr.preau.canteen.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Families learn the price of a meal before they sign in, and nothing of it is kept. */
@PreauTest
class SimulatorTest {

    private final PreauKit kit;

    SimulatorTest(PreauKit kit) {
        this.kit = kit;
    }

    @BeforeEach
    void aTariff() {
        kit.asOperator().post("/tariffs/" + UUID.randomUUID(), Decision.of("2026-11-01"));
    }

    private KitAnswer asked(String income, String shares, String... days) {
        StringBuilder query =
                new StringBuilder(
                        "/simulator?income=" + encoded(income) + "&shares=" + encoded(shares));
        for (String day : days) {
            query.append("&days=").append(day);
        }
        return kit.fromOutside().at(kit.departement()).get(query.toString());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static SimulatorPage.Price price(KitAnswer answer) {
        return Objects.requireNonNull(answer.as(SimulatorPage.class).price());
    }

    @Test
    void whoHasNotSignedInLearnsThePriceWithItsReason() {
        KitAnswer answer = asked("24 000", "2,5", "1", "2", "4", "5");

        SimulatorPage.Price price = price(answer);
        assertThat(price.quotient()).isEqualTo(80_000);
        assertThat(price.band()).isEqualTo(4);
        assertThat(price.meal()).isEqualTo(415);
        assertThat(price.week()).isEqualTo(4 * 415);
        assertThat(answer.html())
                .contains("4,15\u00a0€ par repas", "800,00\u00a0€", "tranche 4", "16,60\u00a0€");
        assertThat(answer.statements()).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"7499, 2.5, 1", "7500, 2.5, 2", "0, 1, 1", "9999999, 1, 6", "18000, 1, 6"})
    void aBandBeginsAtItsCent(String income, String shares, int band) {
        assertThat(price(asked(income, shares, "1")).band()).isEqualTo(band);
    }

    @Test
    void mealsAreThoseOfTheDaysOfSchoolThatAreLeft() {
        kit.clock().set(Instant.parse("2026-12-15T09:00:00Z")); // a Tuesday, holidays on the 19th

        int tuesdays = price(asked("24000", "2", "2")).meals();
        int both = price(asked("24000", "2", "2", "4")).meals();
        int thursdays = price(asked("24000", "2", "4")).meals();

        assertThat(tuesdays).isBetween(22, 27);
        assertThat(both).isEqualTo(tuesdays + thursdays);
        assertThat(price(asked("24000", "2", "2")).year()).isEqualTo(tuesdays * 520);
    }

    @ParameterizedTest
    @CsvSource({
        "'-1', '2', income",
        "'beaucoup', '2', income",
        "'10000000', '2', income",
        "'', '2', income",
        "'24000', '0', shares",
        "'24000', '0,99', shares",
        "'24000', '21', shares",
        "'24000', 'deux', shares",
        "'24000', '', shares"
    })
    void whatNoTaxNoticeSaysIsRefusedWithItsField(String income, String shares, String field) {
        KitAnswer answer = asked(income, shares, "1");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violations()).containsOnlyKeys(field);
    }

    @Test
    void withoutADayThereIsNoPriceAndStrangeDaysCountForNothing() {
        assertThat(asked("24000", "2").status()).isEqualTo(422);
        assertThat(asked("24000", "2", "0", "7", "99").status()).isEqualTo(422);
    }

    @Test
    void beforeAnythingIsAskedTheFormAndAllPricesAreThere() {
        KitAnswer page = kit.fromOutside().at(kit.departement()).get("/simulator");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.as(SimulatorPage.class).price()).isNull();
        assertThat(page.html()).contains("name=\"income\"", "name=\"shares\"", "1,10\u00a0€");
    }

    @Test
    void aCollegeWhoseCanteenTheDepartementRunsHasNoneOfItsOwn() {
        assertThat(kit.fromOutside().at(kit.college()).get("/simulator").html())
                .contains("/c/departement/canteen/simulator")
                .doesNotContain("name=\"income\"");

        kit.set("run-by", "college");

        assertThat(kit.fromOutside().at(kit.college()).get("/simulator").html())
                .contains("pas encore publié");
    }
}
