package fr.preau.payment.operations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.payfip.Behaviour;
import fr.preau.payfip.Choice;
import fr.preau.payfip.Misbehaviour;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.Paper;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From a debt to the booked euro, with a PayFiP that does what can go wrong. */
@PreauTest
class PaymentsTest extends AtTheTill {

    PaymentsTest(PreauKit kit) {
        super(kit);
    }

    @Test
    void aPaymentIsBookedOnceAndItsReceiptIsThereAtOnce() throws SQLException {
        String debt = debt(4_250, parent.account());
        String address = begin(parent, debt, 4_250);
        assertThat(state(parent, address)).isEqualTo("OPEN");
        assertThat(look(parent, address).getString("payAt"))
                .isEqualTo(payfip.base() + "/tpa/paiementws.web?idop=" + last().number());
        assertThat(last().order())
                .containsEntry("numcli", "123456")
                .containsEntry("montant", "4250")
                .containsEntry("mel", "paul@example.org")
                .containsEntry(
                        "urlnotif", "https://kit.example/c/departement/payment/notifications");

        payfip.choose(last().number(), Choice.PAY_BY_CARD);
        notification(last().number());
        notification(last().number());

        assertThat(state(parent, address)).isEqualTo("PAID");
        assertThat(look(parent, address).getInt("received")).isEqualTo(4_250);
        assertThat(booked(debt)).isEqualTo(4_250);
        assertThat(left(debt)).isZero();
        assertThat(kit.published()).isEmpty();
    }

    @Test
    void aLostNotificationIsMadeUpForByAsking() throws SQLException {
        String debt = debt(1_000, parent.account());
        String address = begin(parent, debt, 1_000);
        payfip.choose(last().number(), Choice.PAY_BY_DEBIT);

        later(Duration.ofMinutes(1));

        assertThat(state(parent, address)).isEqualTo("PAID");
        assertThat(left(debt)).isZero();
    }

    @Test
    void aSuccessAfterAnHourIsBooked() throws SQLException {
        String debt = debt(1_000, parent.account());
        String address = begin(parent, debt, 1_000);
        for (int i = 0; i < 6; i++) {
            later(Duration.ofMinutes(10));
            assertThat(state(parent, address)).isEqualTo("OPEN");
        }
        payfip.choose(last().number(), Choice.PAY_BY_CARD);
        later(Duration.ofMinutes(30));

        assertThat(state(parent, address)).isEqualTo("PAID");
        assertThat(booked(debt)).isEqualTo(1_000);
    }

    @ParameterizedTest
    @CsvSource({"BE_REFUSED, REFUSED", "BE_REFUSED_DEBIT, REFUSED", "GIVE_UP, ABANDONED"})
    void whatIsNotPaidIsStillDueAndCanBePaidAnew(Choice choice, String state) throws SQLException {
        String debt = debt(1_000, parent.account());
        String address = begin(parent, debt, 1_000);
        payfip.choose(last().number(), choice);
        notification(last().number());

        assertThat(state(parent, address)).isEqualTo(state);
        assertThat(left(debt)).isEqualTo(1_000);

        String again = begin(parent, debt, 1_000);
        assertThat(again).isNotEqualTo(address);
        payfip.choose(last().number(), Choice.PAY_BY_CARD);
        notification(last().number());
        assertThat(state(parent, again)).isEqualTo("PAID");
        assertThat(booked(debt)).isEqualTo(1_000);
    }

    @ParameterizedTest
    @EnumSource(
            value = Misbehaviour.class,
            names = {"DOWN", "CUT", "CUT_AFTERWARDS", "GARBAGE", "TECHNICAL"})
    void aPayFipThatFailsAtTheBeginningTakesNothing(Misbehaviour wrong) throws SQLException {
        String debt = debt(1_000, parent.account());
        payfip.behave(call -> wrong);
        String address = begin(parent, debt, 1_000);
        payfip.behave(Behaviour.good());

        assertThat(state(parent, address)).isEqualTo("FAILED");
        assertThat(look(parent, address)).doesNotContainKey("payAt");
        assertThat(state(parent, begin(parent, debt, 1_000))).isEqualTo("OPEN");
    }

    @ParameterizedTest
    @EnumSource(
            value = Misbehaviour.class,
            names = {
                "DOWN",
                "CUT",
                "CUT_AFTERWARDS",
                "GARBAGE",
                "TECHNICAL",
                "UNKNOWN_OPERATION",
                "WRONG_REFERENCE"
            })
    void aPayFipThatFailsAtTheEndIsAskedUntilItAnswers(Misbehaviour wrong) throws SQLException {
        String debt = debt(1_000, parent.account());
        String address = begin(parent, debt, 1_000);
        payfip.choose(last().number(), Choice.PAY_BY_CARD);
        payfip.behave(call -> wrong);
        later(Duration.ofMinutes(1));
        later(Duration.ofMinutes(5));
        assertThat(state(parent, address)).isEqualTo("OPEN");
        assertThat(booked(debt)).isZero();

        payfip.behave(Behaviour.good());
        later(Duration.ofMinutes(30));

        assertThat(state(parent, address)).isEqualTo("PAID");
        assertThat(booked(debt)).isEqualTo(1_000);
    }

    @Test
    void whatNobodyPaidIsGoneAfterANight() throws SQLException {
        String debt = debt(1_000, parent.account());
        String address = begin(parent, debt, 1_000);
        payfip.night();
        later(Duration.ofHours(2));
        assertThat(state(parent, address)).isEqualTo("OPEN");

        later(Duration.ofHours(23));
        assertThat(state(parent, address)).as("said once").isEqualTo("OPEN");
        later(Duration.ofHours(13));

        assertThat(state(parent, address)).isEqualTo("GONE");
        assertThat(left(debt)).isEqualTo(1_000);
    }

    @Test
    void anotherAmountThanWasAskedIsBookedAsItCameAndNoted() throws SQLException {
        String debt = debt(1_000, parent.account());
        String address = begin(parent, debt, 1_000);
        payfip.choose(last().number(), Choice.PAY_BY_CARD);
        payfip.behave(call -> Misbehaviour.WRONG_AMOUNT);
        later(Duration.ofMinutes(1));

        assertThat(state(parent, address)).isEqualTo("PAID");
        assertThat(booked(debt)).isEqualTo(900);
        assertThat(left(debt)).isEqualTo(100);
        assertThat(
                        ask(
                                "SELECT COUNT(*) FROM "
                                        + SPACE
                                        + "payment_operation WHERE fault LIKE 'PayFiP a pris 9,00%'"))
                .isEqualTo(1);
    }

    @Test
    void whatTwoPayBothIsBookedToTheDebtOnceAndKeptAsASurplus() throws SQLException {
        String debt = debt(1_000, parent.account(), other.account());
        String first = begin(parent, debt, 1_000);
        String number = last().number();
        kit.clock().advance(Paying.RESERVED.plusSeconds(1));
        String second = begin(other, debt, 1_000);
        payfip.choose(number, Choice.PAY_BY_CARD);
        payfip.choose(last().number(), Choice.PAY_BY_CARD);
        later(Duration.ofMinutes(1));

        assertThat(state(parent, first)).isEqualTo("PAID");
        assertThat(state(other, second)).isEqualTo("PAID");
        assertThat(booked(debt)).isEqualTo(1_000);
        assertThat(surplus()).isEqualTo(1_000);
    }

    @Test
    void aDebtIsPaidByTwoPeopleInParts() throws SQLException {
        String debt = debt(1_000, parent.account(), other.account());
        begin(parent, debt, 600);
        payfip.choose(last().number(), Choice.PAY_BY_CARD);
        assertThat(pay(other, debt + ":500").status()).isEqualTo(409);
        begin(other, debt, 400);
        payfip.choose(last().number(), Choice.PAY_BY_CARD);
        later(Duration.ofMinutes(1));

        assertThat(booked(debt)).isEqualTo(1_000);
        assertThat(left(debt)).isZero();
        assertThat(surplus()).isZero();
    }

    @Test
    void aBasketPaysSeveralDebtsAtOnce() throws SQLException {
        String canteen = debt(1_000, parent.account());
        String trip = debt(2_500, parent.account());
        String address = String.valueOf(pay(parent, canteen + ":1000", trip + ":2500").location());
        kit.deliver();
        assertThat(last().cents()).isEqualTo(3_500);
        payfip.choose(last().number(), Choice.PAY_BY_CARD);
        later(Duration.ofMinutes(1));

        assertThat(state(parent, address)).isEqualTo("PAID");
        assertThat(left(canteen)).isZero();
        assertThat(left(trip)).isZero();
    }

    @Test
    void aFormThatIsPressedTwiceIsOnePayment() throws SQLException {
        String debt = debt(1_000, parent.account());
        Form form =
                Form.of(
                        "key",
                        UUID.randomUUID().toString(),
                        "mail",
                        "paul@example.org",
                        "debt",
                        debt + ":1000");
        String first = String.valueOf(parent.post("/debts", form).location());
        String second = String.valueOf(parent.post("/debts", form).location());
        kit.deliver();

        assertThat(second).isEqualTo(first);
        assertThat(payfip.operations()).hasSize(1);
    }

    @Test
    void aFormThatHasServedForSomethingElseBeginsNothing() throws SQLException {
        String debt = debt(1_000, parent.account());
        String second = debt(500, parent.account());
        String key = UUID.randomUUID().toString();
        Form form = Form.of("key", key, "mail", "paul@example.org", "debt", debt + ":1000");
        parent.post("/debts", form);
        kit.deliver();

        Form other = Form.of("key", key, "mail", "paul@example.org", "debt", second + ":500");
        assertThat(parent.post("/debts", other).problem().type()).endsWith("form-used");
        payfip.choose(last().number(), Choice.GIVE_UP);
        notification(last().number());
        assertThat(parent.post("/debts", form).problem().type()).endsWith("form-used");
    }

    @Test
    void whoIsRefusedAndPaysAfterAllIsBooked() throws SQLException {
        String debt = debt(1_000, parent.account());
        String address = begin(parent, debt, 1_000);
        String number = last().number();
        payfip.choose(number, Choice.BE_REFUSED);
        notification(number);
        assertThat(state(parent, address)).isEqualTo("REFUSED");

        payfip.changeMind(number, Choice.PAY_BY_CARD);
        later(Duration.ofMinutes(61));

        assertThat(state(parent, address)).isEqualTo("PAID");
        assertThat(booked(debt)).isEqualTo(1_000);
    }

    @Test
    void aNumberThatComesTooLateIsNeverShown() throws SQLException {
        String debt = debt(1_000, parent.account());
        String address = String.valueOf(pay(parent, debt + ":1000").location());
        kit.clock().advance(Duration.ofMinutes(11));
        kit.deliver();

        assertThat(state(parent, address)).isEqualTo("FAILED");
        assertThat(payfip.operations()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "------------------------------------:100",
                "0123456789abcdef0123456789abcdef0123:100",
                "' OR 1=1:100"
            })
    void aChoiceThatIsNoneIsRefused(String chosen) {
        assertThat(pay(parent, chosen).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a@b\"@c.fr", "a b@c.fr", "@", "paul"})
    void anAddressThatPayFipRefusesIsRefusedInTheForm(String mail) throws SQLException {
        String debt = debt(1_000, parent.account());
        Form form =
                Form.of("key", UUID.randomUUID().toString(), "mail", mail, "debt", debt + ":1000");

        assertThat(parent.post("/debts", form).violations()).containsKey("mail");
    }

    @Test
    void nobodyPaysOrSeesWhatIsNotTheirs() throws SQLException {
        String debt = debt(1_000, parent.account());
        String address = begin(parent, debt, 1_000);

        assertThat(pay(other, debt + ":1000").status()).isEqualTo(404);
        assertThat(other.get(address).status()).isEqualTo(404);
        assertThat(other.post(address + "/check", Form.empty()).status()).isEqualTo(404);
        assertThat(other.get("/back?idop=" + last().number()).status()).isEqualTo(404);
        assertThat(parent.get("/back?idop=" + last().number()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"1001, 409", "0, 409", "-5, 422", "abc, 422", "99999999999, 422"})
    void anAmountThatWasChangedInTheFormIsRefused(String cents, int status) throws SQLException {
        String debt = debt(1_000, parent.account());

        assertThat(pay(parent, debt + ":" + cents).status()).isEqualTo(status);
        assertThat(payfip.operations()).isEmpty();
    }

    @Test
    void whatIsBeingPaidIsNotPaidTwice() throws SQLException {
        String debt = debt(1_000, parent.account(), other.account());
        begin(parent, debt, 1_000);

        assertThat(pay(parent, debt + ":1000").status()).isEqualTo(409);
        assertThat(pay(other, debt + ":1000").status()).isEqualTo(409);
    }

    @Test
    void aForgedNotificationChangesNothing() throws SQLException {
        String debt = debt(1_000, parent.account());
        String address = begin(parent, debt, 1_000);

        notification("an operation of nobody");
        notification(last().number());

        assertThat(state(parent, address)).isEqualTo("OPEN");
        assertThat(booked(debt)).isZero();
    }

    @Test
    void aRegieThatIsClosedTakesNothing() throws SQLException {
        String debt = debt(1_000, parent.account());
        change("UPDATE " + SPACE + "payment_regie SET online = FALSE WHERE id = ?", regie());

        assertThat(pay(parent, debt + ":1000").status()).isEqualTo(409);
    }

    @Test
    void whatIsPaidToARegieOnTrialIsNeitherMoneyNorPaid() throws SQLException {
        change("UPDATE " + SPACE + "payment_regie SET saisie = 'TEST' WHERE id = ?", regie());
        String debt = debt(1_000, parent.account());
        String address = begin(parent, debt, 1_000);
        payfip.choose(last().number(), Choice.PAY_BY_CARD);
        // Whatever the régie is by now: it was on trial when the payment began.
        change("UPDATE " + SPACE + "payment_regie SET saisie = 'PRODUCTION' WHERE id = ?", regie());
        later(Duration.ofMinutes(1));
        later(Duration.ofMinutes(30));

        assertThat(state(parent, address)).isEqualTo("TESTED");
        assertThat(parent.get(address).html()).contains("rien n’a été débité");
        assertThat(parent.get(address + "/receipt.pdf").status()).isEqualTo(404);
        assertThat(booked(debt)).isZero();
        assertThat(left(debt)).isEqualTo(1_000);
        assertThat(state(parent, begin(parent, debt, 1_000))).isEqualTo("OPEN");
    }

    @Test
    void whoHasPaidSavesTheReceiptAndNobodyElseDoes() throws SQLException {
        String debt = debt(1_000, parent.account());
        String address = begin(parent, debt, 1_000);
        String receipt = address + "/receipt.pdf";
        assertThat(parent.get(receipt).status()).as("before it is paid").isEqualTo(404);
        payfip.choose(last().number(), Choice.PAY_BY_CARD);
        later(Duration.ofMinutes(1));

        KitAnswer saved = parent.get(receipt);

        assertThat(saved.status()).isEqualTo(200);
        assertThat(Paper.text(saved))
                .contains("Reçu de paiement", "Restauration scolaire", "Repas de novembre")
                .contains("10,00 €", look(parent, address).getString("reference"));
        assertThat(parent.get(address).html()).contains(receipt);
        assertThat(other.get(receipt).status()).isEqualTo(404);
        assertThat(kit.asOperator().get(receipt).status()).isEqualTo(403);
    }

    @Test
    void everyCentOfADayIsExplained() throws SQLException {
        String debt = debt(1_000, parent.account(), other.account());
        begin(parent, debt, 1_000);
        String number = last().number();
        kit.clock().advance(Paying.RESERVED.plusSeconds(1));
        begin(other, debt, 1_000);
        payfip.choose(number, Choice.PAY_BY_CARD);
        payfip.choose(last().number(), Choice.PAY_BY_CARD);
        later(Duration.ofMinutes(1));

        KitAnswer day = kit.asOperator().get("/operations");

        JsonObject regie = day.json().getJsonArray("regies").getJsonObject(0);
        assertThat(regie.getInt("payments")).isEqualTo(2);
        assertThat(regie.getInt("received")).isEqualTo(2_000);
        assertThat(regie.getInt("booked")).isEqualTo(1_000);
        assertThat(regie.getInt("surplus")).isEqualTo(1_000);
        assertThat(day.json().getInt("underWay")).isZero();
        assertThat(day.json().getJsonObject("operations").getJsonArray("items")).hasSize(2);
        assertThat(day.statements()).isLessThanOrEqualTo(7);
        assertThat(day.html()).contains("20,00", "trop-perçu", "0,00");
        assertThat(parent.get("/operations").status()).isEqualTo(403);
    }

    @Test
    void pagesTakeFewStatements() throws SQLException {
        for (int i = 0; i < 30; i++) {
            debt(1_000, parent.account());
        }
        KitAnswer debts = parent.get("/debts");

        assertThat(debts.json().getJsonArray("debts")).hasSize(30);
        assertThat(debts.statements()).isLessThanOrEqualTo(4);
        assertThat(debts.html())
                .contains("10,00", "Repas de novembre", "jeudi 31\u00a0décembre 2026");
    }
}
