package fr.preau.payment.operations;

import fr.preau.api.text.Euros;
import fr.preau.api.text.ModuleTexts;
import fr.preau.payment.debts.Debt;
import fr.preau.payment.payfip.PaymentResult;
import fr.preau.payment.payfip.Saisie;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What an answer of PayFiP makes of an operation and its debts. It knows no table: whoever calls it
 * holds what it changes, and writes down what it gives back.
 */
final class Bookkeeping {

    private static final ModuleTexts TEXTS = ModuleTexts.of(Bookkeeping.class);

    private Bookkeeping() {}

    /**
     * An operation and what it was to pay.
     *
     * @param debts of the parts, by their ids
     */
    record Held(List<OperationPart> parts, Map<UUID, Debt> debts) {

        private Debt debt(UUID id) {
            return Objects.requireNonNull(debts.get(id), "a part has its debt");
        }

        private List<Share> shares() {
            return parts.stream()
                    .map(part -> new Share(part.debtId(), part.cents(), debt(part.debtId()).left()))
                    .toList();
        }
    }

    /**
     * Takes an answer in. The same once more, or an earlier one that comes late, changes nothing.
     *
     * @param held asked for only when there is money to be booked
     * @return the new lines of the ledger: together they are what PayFiP took
     */
    static List<Booking> take(
            Operation operation, PaymentResult result, Supplier<Held> held, Instant now) {
        if (!operation.number().filter(result.operation()::equals).isPresent()
                || !result.reference().equals(operation.reference())) {
            operation.note(TEXTS.text("strange.reference", result.reference()));
            return List.of();
        }
        if (operation.state().isFinal()) {
            return List.of();
        }
        if (!result.outcome().isPaid()) {
            operation.end(result.outcome(), now);
            return List.of();
        }
        if (operation.saisie() == Saisie.TEST) {
            operation.tryOut(result, now);
            return List.of();
        }
        return book(operation, result, held.get(), now);
    }

    private static List<Booking> book(
            Operation operation, PaymentResult result, Held held, Instant now) {
        operation.pay(result, now);
        Settlement settlement = Settlement.of(result.cents(), held.shares());
        List<Booking> bookings = new ArrayList<>();
        settlement
                .toDebts()
                .forEach(
                        (debt, cents) -> {
                            held.debt(debt).pay(cents);
                            bookings.add(new Booking(operation.id(), debt.toString(), cents, now));
                        });
        List<String> strange = new ArrayList<>();
        if (settlement.surplus() > 0) {
            bookings.add(new Booking(operation.id(), Booking.SURPLUS, settlement.surplus(), now));
            strange.add(TEXTS.text("strange.surplus", Euros.of(settlement.surplus())));
        }
        if (result.cents() != operation.cents()) {
            strange.add(
                    TEXTS.text(
                            "strange.amount",
                            Euros.of(result.cents()),
                            Euros.of(operation.cents())));
        }
        if (!strange.isEmpty()) {
            operation.note(String.join(" ", strange));
        }
        return bookings;
    }
}
