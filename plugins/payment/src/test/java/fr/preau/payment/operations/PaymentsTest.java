package fr.preau.payment.operations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.PersonId;
import fr.preau.payfip.Behaviour;
import fr.preau.payfip.Choice;
import fr.preau.payfip.Misbehaviour;
import fr.preau.payfip.PayFipSimulator;
import fr.preau.payfip.SimulatedOperation;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import fr.preau.testkit.Visitor;
import jakarta.json.JsonObject;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From a debt to the booked euro, with a PayFiP that does what can go wrong. */
@PreauTest
class PaymentsTest {

    private static final String SPACE = "preau_c_0920000a.";

    private static final URI NOWHERE = URI.create("http://127.0.0.1:1/");

    private final PreauKit kit;
    private final Visitor parent;
    private final Visitor other;
    private final PayFipSimulator payfip;

    PaymentsTest(PreauKit kit) {
        this.kit = kit;
        this.parent = kit.as(kit.guardian()).at(kit.departement());
        this.other = kit.as(kit.guardianOfTwo()).at(kit.departement());
        this.payfip = PayFipSimulator.start(0, address -> NOWHERE, Clock.systemUTC());
    }

    @BeforeEach
    void aRegie() throws SQLException {
        kit.standIn("www.payfip.gouv.fr", payfip.base());
        change(
                "INSERT INTO "
                        + SPACE
                        + "payment_regie (id, name, client, saisie, online)"
                        + " VALUES (?, 'Restauration scolaire', '123456', 'TEST', TRUE)",
                regie());
    }

    @AfterEach
    void stop() {
        payfip.close();
    }

    private static String regie() {
        return "01900000-0000-7000-8000-000000000001";
    }

    private void change(String sql, Object... values) throws SQLException {
        try (Connection connection = kit.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private int ask(String sql) throws SQLException {
        try (Connection connection = kit.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private String debt(int cents, PersonId... payers) throws SQLException {
        String id = UUID.randomUUID().toString();
        change(
                "INSERT INTO "
                        + SPACE
                        + "payment_debt"
                        + " (id, regie_id, owner, reference, title, cents, due, raised_at)"
                        + " VALUES (?, ?, 'canteen', ?, 'Repas de novembre', ?, '2026-12-31', '2026-12-01')",
                id,
                regie(),
                id,
                cents);
        for (PersonId payer : payers) {
            change(
                    "INSERT INTO " + SPACE + "payment_debt_payer (debt_id, payer) VALUES (?, ?)",
                    id,
                    payer.toString());
        }
        return id;
    }

    private KitAnswer pay(Visitor payer, String... chosen) {
        Form form = Form.of("key", UUID.randomUUID().toString(), "mail", "paul@example.org");
        for (String one : chosen) {
            form = form.with("debt", one);
        }
        return payer.post("/debts", form);
    }

    /** Begins a payment of one debt, for which PayFiP gives a number. */
    private String begin(Visitor payer, String debt, int cents) {
        String address = String.valueOf(pay(payer, debt + ":" + cents).location());
        kit.deliver();
        return address;
    }

    private JsonObject look(Visitor payer, String address) {
        return payer.get(address).json();
    }

    private String state(Visitor payer, String address) {
        return look(payer, address).getString("state");
    }

    private SimulatedOperation last() {
        List<SimulatedOperation> all = payfip.operations();
        return all.get(all.size() - 1);
    }

    private void notification(String number) {
        assertThat(
                        kit.fromOutside()
                                .at(kit.departement())
                                .post("/notifications", Form.of("idop", number))
                                .status())
                .isEqualTo(200);
        kit.deliver();
    }

    private void later(Duration time) {
        kit.clock().advance(time);
        kit.runJob("ask-results");
        kit.deliver();
    }

    private int booked(String debt) throws SQLException {
        return ask(
                "SELECT COALESCE(SUM(cents), 0) FROM "
                        + SPACE
                        + "payment_booking WHERE slot = '"
                        + debt
                        + "'");
    }

    private int left(String debt) throws SQLException {
        return ask(
                "SELECT cents - paid - credited FROM "
                        + SPACE
                        + "payment_debt WHERE id = '"
                        + debt
                        + "'");
    }

    private int surplus() throws SQLException {
        return ask(
                "SELECT COALESCE(SUM(cents), 0) FROM "
                        + SPACE
                        + "payment_booking WHERE slot = 'surplus'");
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
                                        + "payment_operation WHERE fault LIKE 'PayFiP a pris 900%'"))
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
        assertThat(debts.html()).contains("10,00", "Repas de novembre", "31 décembre 2026");
    }
}
