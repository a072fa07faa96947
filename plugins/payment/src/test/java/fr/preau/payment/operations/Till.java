package fr.preau.payment.operations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.payment.debts.Debt;
import fr.preau.payment.debts.NewDebt;
import fr.preau.payment.debts.Regie;
import fr.preau.payment.debts.RegieInput;
import fr.preau.payment.debts.Standing;
import fr.preau.payment.operations.MoneyPropertiesTest.Step;
import fr.preau.payment.payfip.PaymentResult;
import fr.preau.payment.payfip.PaymentResult.Outcome;
import fr.preau.payment.payfip.Saisie;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Debts, operations and a ledger without tables, before a PayFiP that knows what it has taken. */
final class Till {

    private static final String CLIENT = "123456";

    private final Regie regie = regie(Saisie.PRODUCTION);
    private final Regie trial = regie(Saisie.TEST);
    private final List<Debt> debts = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();
    private final Map<UUID, List<OperationPart>> parts = new HashMap<>();
    private final List<Booking> ledger = new ArrayList<>();
    private final Map<UUID, Truth> payfip = new HashMap<>();
    private Instant now = Instant.parse("2026-11-24T09:00:00Z");
    private int counted;

    /** What PayFiP knows of an operation. */
    private record Truth(@Nullable Outcome outcome, int cents) {

        boolean isPaid() {
            return outcome != null && outcome.isPaid();
        }
    }

    private static Regie regie(Saisie saisie) {
        return new Regie(new RegieInput(UUID.randomUUID(), "Cantine", CLIENT, saisie, true));
    }

    void play(Step step) {
        now = now.plus(Duration.ofMinutes(7));
        switch (step.what()) {
            case RAISE -> raise(step.cents());
            case CREDIT -> credit(step);
            case BEGIN_ONE -> begin(regie, one(debts, step).map(List::of).orElse(List.of()));
            case BEGIN_ALL -> begin(regie, debts);
            case BEGIN_ON_TRIAL -> begin(trial, debts);
            case PAY_BY_CARD -> pay(step, Outcome.PAID_BY_CARD, 0);
            case PAY_BY_DEBIT -> pay(step, Outcome.PAID_BY_DEBIT, 0);
            case PAY_WRONG_AMOUNT -> pay(step, Outcome.PAID_BY_CARD, step.cents() - 10_000);
            case BE_REFUSED -> pay(step, Outcome.REFUSED, 0);
            case GIVE_UP -> pay(step, Outcome.ABANDONED, 0);
            case ASK -> one(operations, step).ifPresent(this::ask);
            case ASK_TWICE ->
                    one(operations, step)
                            .ifPresent(
                                    operation -> {
                                        ask(operation);
                                        ask(operation);
                                    });
            case ASK_AND_CRASH -> {
                // Nothing is committed: it is as if nobody had asked.
            }
            case ANSWER_FOR_ANOTHER -> one(operations, step).ifPresent(this::answerForAnother);
            case BE_UNKNOWN ->
                    one(operations, step)
                            .filter(operation -> truth(operation).outcome() == null)
                            .ifPresent(
                                    operation -> {
                                        operation.isUnknown(now);
                                        operation.isUnknown(now.plus(Duration.ofHours(13)));
                                    });
        }
    }

    private static <T> Optional<T> one(List<T> all, Step step) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(step.which() % all.size()));
    }

    private UUID id() {
        return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + counted++);
    }

    private void raise(int cents) {
        debts.add(
                new Debt(
                        id(),
                        regie.id(),
                        new NewDebt(
                                "canteen",
                                "meals-" + counted,
                                CLIENT,
                                "Repas",
                                LocalDate.of(2026, 12, 31),
                                List.of(new NewDebt.Line("Repas", cents)),
                                List.of(id())),
                        now));
    }

    private void credit(Step step) {
        one(debts, step)
                .filter(debt -> debt.left() > 0)
                .ifPresent(debt -> debt.credit(Math.min(step.cents(), debt.left())));
    }

    /** However many have begun to pay the same before: what comes twice is a surplus. */
    private void begin(Regie at, List<Debt> wanted) {
        List<Debt> open = wanted.stream().filter(debt -> debt.left() > 0).toList();
        int cents = open.stream().mapToInt(Debt::left).sum();
        if (cents == 0) {
            return;
        }
        Operation operation = new Operation(id(), at, id(), "paul@example.org", cents, now);
        operation.open("number-" + counted, now);
        operations.add(operation);
        parts.put(
                operation.id(),
                open.stream()
                        .map(debt -> new OperationPart(operation.id(), debt.id(), debt.left()))
                        .toList());
        payfip.put(operation.id(), new Truth(null, 0));
    }

    /** A payment that was taken is never undone; one that was refused may be tried once more. */
    private void pay(Step step, Outcome outcome, int more) {
        one(operations, step)
                .filter(operation -> !truth(operation).isPaid())
                .ifPresent(
                        operation ->
                                payfip.put(
                                        operation.id(),
                                        new Truth(outcome, Math.max(1, operation.cents() + more))));
    }

    private Truth truth(Operation operation) {
        return payfip.getOrDefault(operation.id(), new Truth(null, 0));
    }

    private void ask(Operation operation) {
        Truth truth = truth(operation);
        Outcome outcome = truth.outcome();
        if (outcome != null) {
            answer(operation, outcome, truth.cents(), operation.reference());
        }
    }

    private void answerForAnother(Operation operation) {
        answer(operation, Outcome.PAID_BY_CARD, operation.cents(), "another");
    }

    /** Each operation hears this, whatever became of it; PayFiP itself has not changed its mind. */
    void answerAgain(Outcome outcome) {
        for (Operation operation : operations) {
            answer(operation, outcome, operation.cents(), operation.reference());
        }
    }

    private void answer(Operation operation, Outcome outcome, int cents, String reference) {
        PaymentResult result =
                new PaymentResult(
                        operation.number().orElseThrow(),
                        reference,
                        CLIENT,
                        cents,
                        outcome,
                        Optional.empty(),
                        Optional.empty());
        Map<UUID, Debt> held = new LinkedHashMap<>();
        debts.forEach(debt -> held.put(debt.id(), debt));
        ledger.addAll(
                Bookkeeping.take(
                        operation,
                        result,
                        () ->
                                new Bookkeeping.Held(
                                        parts.getOrDefault(operation.id(), List.of()), held),
                        now));
    }

    /** As the job does, until nothing is open any more. */
    void askAboutAll() {
        operations.forEach(this::ask);
    }

    /** What PayFiP took of families, in cents; on trial it takes nothing. */
    int taken() {
        return operations.stream()
                .filter(operation -> operation.saisie() != Saisie.TEST)
                .map(this::truth)
                .filter(Truth::isPaid)
                .mapToInt(Truth::cents)
                .sum();
    }

    int booked() {
        return ledger.stream().mapToInt(Booking::cents).sum();
    }

    void requireExact() {
        Set<List<Object>> keys = new HashSet<>();
        Map<UUID, Integer> ofDebt = new HashMap<>();
        Map<UUID, Integer> ofOperation = new HashMap<>();
        for (Booking booking : ledger) {
            assertThat(keys.add(List.of(booking.operationId(), booking.debt())))
                    .as("booked once")
                    .isTrue();
            assertThat(booking.cents()).isPositive();
            ofOperation.merge(booking.operationId(), booking.cents(), Integer::sum);
            booking.debt().ifPresent(debt -> ofDebt.merge(debt, booking.cents(), Integer::sum));
        }
        for (Operation operation : operations) {
            assertThat(ofOperation.getOrDefault(operation.id(), 0))
                    .as("of %s", operation.state())
                    .isEqualTo(operation.received().orElse(0));
        }
        for (Debt debt : debts) {
            Standing standing = debt.standing();
            assertThat(standing.paid()).isEqualTo(ofDebt.getOrDefault(debt.id(), 0));
            assertThat(standing.paid() + standing.credited() + standing.left())
                    .isEqualTo(standing.cents());
            assertThat(standing.left()).isNotNegative();
        }
    }
}
