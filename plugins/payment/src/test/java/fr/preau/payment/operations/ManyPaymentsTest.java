package fr.preau.payment.operations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.payfip.Behaviour;
import fr.preau.payfip.Choice;
import fr.preau.payfip.SimulatedOperation;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import fr.preau.testkit.Visitor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A school start: five hundred families pay at once, and PayFiP fails one time in five. */
@PreauTest
class ManyPaymentsTest extends AtTheTill {

    private static final int FAMILIES = 500;
    private static final int AT_ONCE = 16;
    private static final int CENTS = 4_250;

    /** So often the job asks while PayFiP still fails. */
    private static final int ROUNDS = 6;

    private static final int SEED = 20261130;

    ManyPaymentsTest(PreauKit kit) {
        super(kit);
    }

    @Test
    void allAreSettledOrDeadNoneIsLostAndNoneIsBookedTwice() throws Exception {
        List<String> debts = new ArrayList<>();
        List<Visitor> payers = new ArrayList<>();
        KitPerson child = kit.aPupil().named("Zoé", "Roux").inClass("5eA").create();
        for (int i = 0; i < FAMILIES; i++) {
            KitPerson guardian = kit.aGuardian().named("Parent", "N" + i).of(child).create();
            Visitor payer = kit.as(guardian).at(kit.departement());
            payers.add(payer);
            debts.add(debt(CENTS, payer.account()));
        }
        payfip.slowness(Duration.ofMillis(50));
        payfip.behave(Behaviour.random(SEED, 0.2));

        beginAll(payers, debts);
        kit.deliver();
        // Nobody pays what they were never shown: an answer that was cut has no number here.
        Random chance = new Random(SEED);
        numbers().forEach(number -> decide(number, chance));
        for (int i = 0; i < ROUNDS; i++) {
            later(Duration.ofMinutes(31));
        }
        payfip.behave(Behaviour.good());
        payfip.night();
        for (int i = 0; i < 4; i++) {
            later(Duration.ofHours(13));
        }

        long paid = payfip.operations().stream().filter(SimulatedOperation::isPaid).count();
        assertThat(open()).as("neither settled nor dead").isZero();
        assertThat(paid).as("so that there is something to lose").isGreaterThan(200);
        assertThat(count("payment_operation WHERE state = 'PAID'")).isEqualTo((int) paid);
        assertThat(ask("SELECT SUM(cents) FROM " + SPACE + "payment_booking"))
                .isEqualTo((int) paid * CENTS);
        assertThat(count("payment_booking")).isEqualTo((int) paid);
        assertThat(count("payment_debt WHERE paid = cents")).isEqualTo((int) paid);
        assertThat(count("payment_debt WHERE paid = 0")).isEqualTo(FAMILIES - (int) paid);
    }

    private void beginAll(List<Visitor> payers, List<String> debts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Integer>> begun = new ArrayList<>();
            for (int i = 0; i < payers.size(); i++) {
                Visitor payer = payers.get(i);
                String debt = debts.get(i);
                begun.add(() -> pay(payer, debt + ":" + CENTS).status());
            }
            for (Future<Integer> status : threads.invokeAll(begun)) {
                assertThat(status.get()).isEqualTo(200);
            }
        } finally {
            threads.shutdown();
        }
    }

    private List<String> numbers() throws SQLException {
        List<String> numbers = new ArrayList<>();
        try (Connection connection = kit.dataSource().getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "SELECT idop FROM "
                                        + SPACE
                                        + "payment_operation WHERE state = 'OPEN' ORDER BY idop");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                numbers.add(row.getString(1));
            }
        }
        return numbers;
    }

    /** Most pay, some are refused or give up, some close the page; of some PayFiP tells twice. */
    private void decide(String number, Random chance) {
        switch (chance.nextInt(10)) {
            case 0 -> payfip.choose(number, Choice.BE_REFUSED);
            case 1 -> payfip.choose(number, Choice.GIVE_UP);
            case 2 -> {
                // Never comes back.
            }
            default -> payfip.choose(number, Choice.PAY_BY_CARD);
        }
        for (int told = chance.nextInt(3); told > 0; told--) {
            kit.fromOutside().at(kit.departement()).post("/notifications", Form.of("idop", number));
        }
    }

    private int open() throws SQLException {
        return count("payment_operation WHERE state IN ('ASKED', 'OPEN')");
    }

    private int count(String rows) throws SQLException {
        return ask("SELECT COUNT(*) FROM " + SPACE + rows);
    }
}
