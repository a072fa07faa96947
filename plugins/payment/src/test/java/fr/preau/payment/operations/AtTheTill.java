package fr.preau.payment.operations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.PersonId;
import fr.preau.payfip.PayFipSimulator;
import fr.preau.payfip.SimulatedOperation;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.PreauKit;
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

/** A régie that is open, two guardians, and a PayFiP that does what it is told. */
abstract class AtTheTill {

    static final String SPACE = "preau_c_0920000a.";

    private static final URI NOWHERE = URI.create("http://127.0.0.1:1/");

    final PreauKit kit;
    final Visitor parent;
    final Visitor other;
    final PayFipSimulator payfip;

    AtTheTill(PreauKit kit) {
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
                        + " VALUES (?, 'Restauration scolaire', '123456', 'PRODUCTION', TRUE)",
                regie());
    }

    @AfterEach
    void stop() {
        payfip.close();
    }

    static String regie() {
        return "01900000-0000-7000-8000-000000000001";
    }

    final void change(String sql, Object... values) throws SQLException {
        try (Connection connection = kit.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    final int ask(String sql) throws SQLException {
        try (Connection connection = kit.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    final String debt(int cents, PersonId... payers) throws SQLException {
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

    final KitAnswer pay(Visitor payer, String... chosen) {
        Form form = Form.of("key", UUID.randomUUID().toString(), "mail", "paul@example.org");
        for (String one : chosen) {
            form = form.with("debt", one);
        }
        return payer.post("/debts", form);
    }

    /** Begins a payment of one debt, for which PayFiP gives a number. */
    final String begin(Visitor payer, String debt, int cents) {
        String address = String.valueOf(pay(payer, debt + ":" + cents).location());
        kit.deliver();
        return address;
    }

    final JsonObject look(Visitor payer, String address) {
        return payer.get(address).json();
    }

    final String state(Visitor payer, String address) {
        return look(payer, address).getString("state");
    }

    final SimulatedOperation last() {
        List<SimulatedOperation> all = payfip.operations();
        return all.get(all.size() - 1);
    }

    final void notification(String number) {
        assertThat(
                        kit.fromOutside()
                                .at(kit.departement())
                                .post("/notifications", Form.of("idop", number))
                                .status())
                .isEqualTo(200);
        kit.deliver();
    }

    final void later(Duration time) {
        kit.clock().advance(time);
        kit.runJob("ask-results");
        kit.deliver();
    }

    final int booked(String debt) throws SQLException {
        return ask(
                "SELECT COALESCE(SUM(cents), 0) FROM "
                        + SPACE
                        + "payment_booking WHERE slot = '"
                        + debt
                        + "'");
    }

    final int left(String debt) throws SQLException {
        return ask(
                "SELECT cents - paid - credited FROM "
                        + SPACE
                        + "payment_debt WHERE id = '"
                        + debt
                        + "'");
    }

    final int surplus() throws SQLException {
        return ask(
                "SELECT COALESCE(SUM(cents), 0) FROM "
                        + SPACE
                        + "payment_booking WHERE slot = 'surplus'");
    }
}
