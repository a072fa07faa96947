package fr.preau.payment.debts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.service.ServiceFailed;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import fr.preau.testkit.Visitor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Debts as other modules raise them. */
@PreauTest
class DebtsTest {

    private static final String SERVICE = "payment.Debts";

    private final PreauKit kit;
    private final Visitor parent;

    DebtsTest(PreauKit kit) {
        this.kit = kit;
        this.parent = kit.as(kit.guardian()).at(kit.departement());
    }

    @BeforeEach
    void aRegie() throws SQLException {
        try (Connection connection = kit.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "INSERT INTO preau_c_0920000a.payment_regie (id, name, client, saisie, online)"
                            + " VALUES ('01900000-0000-7000-8000-000000000001',"
                            + " 'Restauration scolaire', '123456', 'TEST', TRUE)");
        }
    }

    private NewDebt debt(String reference, int... cents) {
        List<NewDebt.Line> lines = new ArrayList<>();
        for (int each : cents) {
            lines.add(new NewDebt.Line("Repas", each));
        }
        return new NewDebt(
                "canteen",
                reference,
                "123456",
                "Repas de novembre",
                LocalDate.of(2026, 12, 31),
                lines,
                List.of(parent.account().value()));
    }

    private void raise(NewDebt debt) {
        kit.ask(kit.departement(), SERVICE, Debts.class, debts -> debts.raise(List.of(debt)));
    }

    private int credit(String reference, String key, int cents) {
        List<Integer> taken = new ArrayList<>();
        kit.ask(
                kit.departement(),
                SERVICE,
                Debts.class,
                debts ->
                        taken.add(
                                debts.credit(
                                        new Credit("canteen", reference, key, cents, "Absent"))));
        return taken.get(0);
    }

    private Standing standing(String reference) {
        List<Standing> found = new ArrayList<>();
        kit.ask(
                kit.departement(),
                SERVICE,
                Debts.class,
                debts -> found.addAll(debts.standings("canteen", List.of(reference, "none"))));
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void aDebtStandsOnThePageOfItsPayerAlone() {
        raise(debt("F1", 400, 425, -100));

        assertThat(standing("F1")).isEqualTo(new Standing("F1", 725, 0, 0, 725));
        assertThat(parent.get("/debts").json().getJsonArray("debts")).hasSize(1);
        assertThat(
                        kit.as(kit.guardianOfTwo())
                                .at(kit.departement())
                                .get("/debts")
                                .json()
                                .getJsonArray("debts"))
                .isEmpty();
    }

    @Test
    void raisedTwiceItIsOneDebtAndItNeverChanges() {
        raise(debt("F1", 400));
        raise(debt("F1", 400));

        assertThat(parent.get("/debts").json().getJsonArray("debts")).hasSize(1);
        assertThatThrownBy(() -> raise(debt("F1", 401))).isInstanceOf(ServiceFailed.class);
        assertThat(standing("F1").cents()).isEqualTo(400);
    }

    @Test
    void whatIsTakenBackIsTakenBackOnceAndNeverMoreThanIsLeft() {
        raise(debt("F1", 400));

        assertThat(credit("F1", "A1", 150)).isEqualTo(150);
        assertThat(credit("F1", "A1", 150)).isEqualTo(150);
        assertThat(standing("F1").left()).isEqualTo(250);
        assertThat(credit("F1", "A2", 400)).isEqualTo(250);
        assertThat(standing("F1")).isEqualTo(new Standing("F1", 400, 0, 400, 0));
    }

    @Test
    void whatIsNoDebtIsRefused() {
        assertThatThrownBy(() -> raise(debt("F1"))).isInstanceOf(ServiceFailed.class);
        assertThatThrownBy(() -> raise(debt("F1", 100, -100))).isInstanceOf(ServiceFailed.class);
        assertThatThrownBy(() -> raise(debt("F 1", 100))).isInstanceOf(ServiceFailed.class);
        assertThatThrownBy(() -> raise(debt("F1", 2_000_000_000, 2_000_000_000)))
                .isInstanceOf(ServiceFailed.class);
        assertThatThrownBy(() -> credit("never", "A1", 100)).isInstanceOf(ServiceFailed.class);
        assertThat(parent.get("/debts").json().getJsonArray("debts")).isEmpty();
    }
}
