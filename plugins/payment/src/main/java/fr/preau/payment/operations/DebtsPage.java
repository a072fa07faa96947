package fr.preau.payment.operations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has to pay.
 *
 * @param key of the form
 * @param mail as it was typed before
 * @param debtError what is wrong with the choice
 * @param mailError what is wrong with the address
 */
public record DebtsPage(
        UUID key,
        String mail,
        List<Line> debts,
        List<Past> operations,
        @Nullable String debtError,
        @Nullable String mailError) {

    public DebtsPage {
        debts = List.copyOf(debts);
        operations = List.copyOf(operations);
    }

    /**
     * A debt.
     *
     * @param left in cents; 0 when nothing is to be paid any more
     */
    public record Line(UUID debt, String title, LocalDate due, int cents, int left) {}

    /** A payment that was begun before. */
    public record Past(UUID operation, Instant at, int cents, OperationState state) {}
}
