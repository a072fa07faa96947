package fr.preau.payfip;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operation as the simulator keeps it.
 *
 * @param number its {@code idOp}
 * @param order what was asked for, by the names of PayFiP
 * @param choice what the payer did; null as long as they have not finished
 * @param chosenAt when they did
 * @param knownFrom from when on the result is told to who asks
 */
public record SimulatedOperation(
        String number,
        Map<String, String> order,
        Instant createdAt,
        boolean presented,
        @Nullable Choice choice,
        @Nullable Instant chosenAt,
        @Nullable Instant knownFrom) {

    static SimulatedOperation of(String number, Map<String, String> order, Instant now) {
        return new SimulatedOperation(number, Map.copyOf(order), now, false, null, null, null);
    }

    SimulatedOperation present() {
        return new SimulatedOperation(number, order, createdAt, true, choice, chosenAt, knownFrom);
    }

    SimulatedOperation chosen(Choice made, Instant now, Instant known) {
        return new SimulatedOperation(number, order, createdAt, true, made, now, known);
    }

    public String reference() {
        return order.getOrDefault("refdet", "");
    }

    public int cents() {
        return Integer.parseInt(order.getOrDefault("montant", "0"));
    }

    /** Whether money was taken. */
    public boolean isPaid() {
        return choice == Choice.PAY_BY_CARD || choice == Choice.PAY_BY_DEBIT;
    }
}
