package fr.preau.canteen.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.canteen.tariff.TariffsPage.State;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import fr.preau.testkit.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tariffs are fixed for days to come, without gaps and overlaps, and never change once they hold.
 */
@PreauTest
class TariffsTest {

    private final PreauKit kit;
    private final String id = UUID.randomUUID().toString();

    TariffsTest(PreauKit kit) {
        this.kit = kit;
    }

    private KitAnswer save(String tariff, Form form) {
        return kit.asOperator().post("/tariffs/" + tariff, form);
    }

    private TariffsPage list() {
        return kit.asOperator().get("/tariffs").as(TariffsPage.class);
    }

    @Test
    void theFirstOneHoldsFromItsDayAndIsShownWithAllPrices() {
        assertThat(kit.asOperator().get("/tariffs").html()).contains("Aucun tarif");

        assertThat(save(id, Decision.of("2026-11-01")).status()).isEqualTo(200);

        TariffsPage page = list();
        assertThat(page.tariffs()).singleElement().matches(line -> line.state() == State.CURRENT);
        assertThat(page.current()).isNotNull();
        KitAnswer answer = kit.asOperator().get("/tariffs");
        assertThat(answer.html())
                .contains(
                        "De 250,00\u00a0€ à 499,99\u00a0€",
                        "1\u00a0500,00\u00a0€ et plus",
                        "6,73\u00a0€",
                        "Arrêté du 12 novembre 2026");
        assertThat(answer.statements()).isLessThanOrEqualTo(3);
    }

    @Test
    void theNextOneBeginsWithThePricesOfTheOneBeforeAndHoldsAtMidnightOfItsDay() {
        save(id, Decision.of("2026-11-01"));
        TariffPage form = kit.asOperator().get("/tariffs/new").as(TariffPage.class);
        assertThat(form.validFrom()).isEqualTo("2027-01-01");
        assertThat(form.sum(6, "price")).isEqualTo("6,20\u00a0€");
        save(form.tariff().toString(), Decision.with("2027-01-01", "band.6-price", "6,40"));
        assertThat(list().tariffs()).extracting(TariffsPage.Line::state).contains(State.COMING);
        assertThat(current()).isEqualTo(620);

        kit.clock().set(Instant.parse("2026-12-31T22:59:59Z"));
        assertThat(current()).isEqualTo(620);
        kit.clock().advance(Duration.ofSeconds(1));

        assertThat(current()).isEqualTo(640);
        assertThat(list().tariffs())
                .extracting(TariffsPage.Line::state)
                .containsExactly(State.CURRENT, State.PAST);
    }

    private int current() {
        TariffsPage.Shown shown = list().current();
        return shown == null ? 0 : shown.bands().get(5).price();
    }

    @Test
    void whatHoldsIsNeitherChangedNorDeletedAndNothingBeginsInThePast() {
        save(id, Decision.of("2026-11-01"));

        KitAnswer changed = save(id, Decision.with("2026-11-01", "band.1-price", "1,00"));
        KitAnswer deleted = kit.asOperator().post("/tariffs/" + id + "/delete", Form.empty());
        KitAnswer past = save(UUID.randomUUID().toString(), Decision.of("2026-11-24"));

        assertThat(changed.violations()).containsKey("decision");
        assertThat(deleted.status()).isEqualTo(409);
        assertThat(deleted.problem().type()).isEqualTo("tariff-holds");
        assertThat(past.violations()).containsOnlyKeys("validFrom");
        assertThat(list().tariffs()).hasSize(1);
        assertThat(kit.asOperator().get("/tariffs/" + id).html())
                .contains("Ce tarif ne change plus")
                .doesNotContain("Enregistrer le tarif", "/delete");
    }

    @Test
    void whatIsToComeIsChangedAndDeletedAndTwoWhoChangeItAreTold() {
        save(id, Decision.of("2026-11-01"));
        String next = UUID.randomUUID().toString();
        save(next, Decision.of("2027-01-01"));
        TariffPage form = kit.asOperator().get("/tariffs/" + next).as(TariffPage.class);
        assertThat(form.version()).isEqualTo(1);
        Form mine = Decision.with("2027-01-01", "version", "1");

        assertThat(save(next, mine).status()).isEqualTo(200);
        KitAnswer theirs = save(next, mine);

        assertThat(theirs.violations()).containsOnlyKeys("decision");
        kit.asOperator().post("/tariffs/" + next + "/delete", Form.empty());
        assertThat(kit.asOperator().post("/tariffs/" + next + "/delete", Form.empty()).status())
                .isEqualTo(200);
        assertThat(list().tariffs()).hasSize(1);
    }

    @Test
    void aFormThatIsSentTwiceIsOneTariffAndTwoOfOneDayAreRefused() {
        save(id, Decision.of("2027-01-01"));

        save(id, Decision.of("2027-01-01"));
        KitAnswer other = save(UUID.randomUUID().toString(), Decision.of("2027-01-01"));

        assertThat(list().tariffs()).hasSize(1);
        assertThat(other.violations()).containsOnlyKeys("validFrom");
    }

    @ParameterizedTest
    @CsvSource({
        "band.1-from, '0,01', band.1-from, première tranche commence à 0",
        "band.3-from, '510', band.3-from, n’aurait pas de tarif",
        "band.3-from, '499,99', band.3-from, aurait deux tarifs",
        "band.4-to, '700', band.4-to, finit avant d’avoir commencé",
        "band.6-to, '9000', band.6-to, pas de limite",
        "band.2-price, '-1', band.2-price, Indiquez une somme",
        "band.2-price, 'gratuit', band.2-price, Indiquez une somme",
        "band.2-price, '', band.2-price, Indiquez une somme",
        "band.2-price, '100,01', band.2-price, coûte au plus",
        "band.5-to, '99999999999', band.5-to, Indiquez une somme",
        "passager, '6,731', passager, Indiquez une somme",
        "guest, '٨', guest, Indiquez une somme"
    })
    void whatCanNotBeNamesItsFieldAndWhatWasTypedStays(
            String field, String value, String wrong, String said) {
        KitAnswer refused = save(id, Decision.with("2027-01-01", field, value));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).containsKey(wrong);
        assertThat(String.join(" ", refused.violations().get(wrong))).contains(said);
        assertThat(list().tariffs()).isEmpty();
        KitAnswer page =
                kit.asOperator()
                        .inBrowser()
                        .post("/tariffs/" + id, Decision.with("2027-01-01", field, value));
        assertThat(page.html()).contains("Arrêté du 12 novembre 2026", said);
    }

    @ParameterizedTest
    @CsvSource({"decision", "validFrom", "passager", "band.1-from"})
    void whatIsMissingIsNamed(String field) {
        KitAnswer refused = save(id, Decision.without("2027-01-01", field));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).containsKey(field);
    }

    @Test
    void aCollegeFixesItsOwnOnlyIfItRunsItsCanteen() {
        Visitor gestion = kit.as(kit.staff(StaffFunction.GESTIONNAIRE));
        assertThat(gestion.get("/tariffs").html()).contains("Les tarifs sont ceux du Département");
        assertThat(gestion.get("/tariffs/new").html())
                .contains("Les tarifs sont ceux du Département")
                .doesNotContain("Enregistrer le tarif");
        assertThat(gestion.post("/tariffs/" + id, Decision.of("2027-01-01")).status())
                .isEqualTo(404);

        kit.set("run-by", "college");

        assertThat(gestion.post("/tariffs/" + id, Decision.of("2026-11-01")).status())
                .isEqualTo(200);
        assertThat(gestion.get("/tariffs").as(TariffsPage.class).tariffs()).hasSize(1);
        assertThat(list().tariffs()).as("the Département’s are others").isEmpty();
        Visitor cpe = kit.as(kit.staff(StaffFunction.CPE));
        assertThat(cpe.get("/tariffs").as(TariffsPage.class).changes()).isFalse();
        assertThat(cpe.post("/tariffs/" + id, Decision.of("2027-01-01")).status()).isEqualTo(403);
        assertThat(kit.as(kit.guardian()).get("/tariffs").status()).isEqualTo(403);
    }
}
