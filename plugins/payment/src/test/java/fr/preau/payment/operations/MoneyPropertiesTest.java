package fr.preau.payment.operations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.payment.payfip.PaymentResult.Outcome;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Whatever happens, in whatever order and however often it is told: every cent that PayFiP took is
 * booked once.
 */
class MoneyPropertiesTest {

    private static final int LONGEST = 60;

    /**
     * Something that happens.
     *
     * @param which of the debts or operations there are, counted round
     * @param cents where an amount is needed
     */
    record Step(What what, int which, int cents) {}

    enum What {
        /** A module raises a debt. */
        RAISE,
        /** It takes something of it back. */
        CREDIT,
        /** Somebody begins to pay one debt. */
        BEGIN_ONE,
        /** Somebody begins to pay all debts at once. */
        BEGIN_ALL,
        /** The same, at a régie on trial. */
        BEGIN_ON_TRIAL,
        PAY_BY_CARD,
        PAY_BY_DEBIT,
        /** PayFiP takes another amount than it was asked for. */
        PAY_WRONG_AMOUNT,
        BE_REFUSED,
        GIVE_UP,
        /** PayFiP is asked, and answers. */
        ASK,
        /** An answer is brought a second time, as after a crash. */
        ASK_TWICE,
        /** The node dies after PayFiP has answered, before anything is committed. */
        ASK_AND_CRASH,
        /** PayFiP answers for another operation. */
        ANSWER_FOR_ANOTHER,
        /** PayFiP says half a day long that it knows nothing of it. */
        BE_UNKNOWN
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.BOUNDED)
    void everyCentIsBookedOnce(@ForAll("days") List<Step> day) {
        Till till = new Till();
        for (Step step : day) {
            till.play(step);
            till.requireExact();
        }
        till.askAboutAll();

        till.requireExact();
        assertThat(till.taken()).as("taken by PayFiP").isEqualTo(till.booked());
    }

    @Property(tries = 2_000)
    void anEarlierAnswerThatComesLateChangesNothing(@ForAll("days") List<Step> day) {
        Till till = new Till();
        day.forEach(till::play);
        till.askAboutAll();
        int booked = till.booked();

        till.answerAgain(Outcome.REFUSED);
        till.answerAgain(Outcome.ABANDONED);
        till.askAboutAll();

        till.requireExact();
        assertThat(till.booked()).isEqualTo(booked);
    }

    @Provide
    Arbitrary<List<Step>> days() {
        return Combinators.combine(
                        Arbitraries.of(What.class),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(1, 20_000))
                .as(Step::new)
                .list()
                .ofMaxSize(LONGEST);
    }
}
