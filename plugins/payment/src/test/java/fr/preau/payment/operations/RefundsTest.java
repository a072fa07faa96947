package fr.preau.payment.operations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.payfip.Choice;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a régie gives back is written down, once, and never more than came. */
@PreauTest
class RefundsTest extends AtTheTill {

    RefundsTest(PreauKit kit) {
        super(kit);
    }

    @Test
    void whatTwoPaidBothIsGivenBackToOneOfThem() throws SQLException {
        String operation = paidTwice();

        KitAnswer ledger = kit.asOperator().get(operation + "/ledger");
        assertThat(ledger.html())
                .contains("Trop-perçu", "value=\"10,00\u00a0€\"", "Noter un remboursement");
        assertThat(ledger.statements()).isLessThanOrEqualTo(6);

        KitAnswer noted = refund(operation, "10,00\u00a0€", UUID.randomUUID());
        assertThat(noted.status()).isEqualTo(200);

        JsonObject after = kit.asOperator().get(operation + "/ledger").json();
        assertThat(after.getInt("refundable")).isZero();
        assertThat(after.getJsonArray("refunds").getJsonObject(0).getInt("cents")).isEqualTo(1_000);
        assertThat(refund(operation, "0,01", UUID.randomUUID()).violations().get("amount"))
                .contains("Il reste au plus 0,00\u00a0€ à rendre sur ce paiement.");
        JsonObject regie =
                kit.asOperator().get("/operations").json().getJsonArray("regies").getJsonObject(0);
        assertThat(regie.getInt("refunded")).isEqualTo(1_000);
        assertThat(regie.getInt("received"))
                .isEqualTo(regie.getInt("booked") + regie.getInt("surplus"));
    }

    @Test
    void aFormThatIsPressedTwiceIsOneRefund() throws SQLException {
        String operation = paidTwice();
        UUID key = UUID.randomUUID();

        assertThat(refund(operation, "3", key).status()).isEqualTo(200);
        assertThat(refund(operation, "3", key).status()).isEqualTo(200);

        assertThat(refunded()).isEqualTo(300);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10,01 | Virement | 2026-11-24 | amount",
                "0 | Virement | 2026-11-24 | amount",
                "-5 | Virement | 2026-11-24 | amount",
                "dix | Virement | 2026-11-24 | amount",
                "5 | '' | 2026-11-24 | reason",
                "5 | Virement | 2026-11-23 | day",
                "5 | Virement | 2026-11-25 | day",
                "5 | Virement | 2026-02-30 | day"
            })
    void whatCanNotBeIsRefusedAndNamesItsField(
            String amount, String reason, String day, String field) throws SQLException {
        String operation = paidTwice();

        KitAnswer refused =
                kit.asOperator()
                        .post(operation + "/refunds", form(amount, reason, day, UUID.randomUUID()));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).containsOnlyKeys(field);
        assertThat(refunded()).isZero();
    }

    @Test
    void whatWasNeverPaidIsNotGivenBack() throws SQLException {
        String operation = begin(parent, debt(1_000, parent.account()), 1_000);

        assertThat(refund(operation, "1", UUID.randomUUID()).violations()).containsKey("amount");
        assertThat(kit.asOperator().get(operation + "/ledger").html())
                .doesNotContain("Noter un remboursement");
    }

    @Test
    void familiesNeitherSeeNorWriteTheLedger() throws SQLException {
        String operation = paidTwice();

        assertThat(parent.get(operation + "/ledger").status()).isEqualTo(403);
        assertThat(
                        parent.post(
                                        operation + "/refunds",
                                        form("1", "Pour moi", "2026-11-24", UUID.randomUUID()))
                                .status())
                .isEqualTo(403);
        assertThat(kit.asOperator().get("/operations/" + UUID.randomUUID() + "/ledger").status())
                .isEqualTo(404);
        assertThat(refunded()).isZero();
    }

    /** The second payment of a debt that was paid already. */
    private String paidTwice() throws SQLException {
        String debt = debt(1_000, parent.account(), other.account());
        begin(parent, debt, 1_000);
        String number = last().number();
        kit.clock().advance(Paying.RESERVED.plusSeconds(1));
        String second = begin(other, debt, 1_000);
        payfip.choose(number, Choice.PAY_BY_CARD);
        notification(number);
        payfip.choose(last().number(), Choice.PAY_BY_CARD);
        later(Duration.ofMinutes(1));
        return second;
    }

    private KitAnswer refund(String operation, String amount, UUID key) {
        return kit.asOperator()
                .post(operation + "/refunds", form(amount, "Virement", "2026-11-24", key));
    }

    private static Form form(String amount, String reason, String day, UUID key) {
        return Form.of("amount", amount, "reason", reason, "day", day, "key", key.toString());
    }

    private int refunded() throws SQLException {
        return ask("SELECT COALESCE(SUM(cents), 0) FROM " + SPACE + "payment_refund");
    }
}
