package fr.preau.payment.operations;

import fr.preau.api.route.Violations;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one operation, for those who answer for the money.
 *
 * @param number what PayFiP calls it
 * @param received in cents, null when no money came
 * @param booked where that is
 * @param refunds what was given back of it
 * @param refundable what could still be given back, in cents
 * @param typed what was typed last
 */
public record LedgerPage(
        UUID operation,
        String regie,
        OperationState state,
        String reference,
        @Nullable String number,
        @Nullable String authorisation,
        String mail,
        int cents,
        @Nullable Integer received,
        Instant begunAt,
        @Nullable Instant endedAt,
        @Nullable String strange,
        List<Line> booked,
        List<Back> refunds,
        int refundable,
        Typed typed) {

    public LedgerPage {
        booked = List.copyOf(booked);
        refunds = List.copyOf(refunds);
    }

    /**
     * A line of the ledger.
     *
     * @param debt its title, null for what is more than all debts
     */
    public record Line(@Nullable String debt, int cents) {}

    /** A refund. */
    public record Back(int cents, String reason, LocalDate day) {}

    /** A refund that is being typed. */
    public record Typed(
            UUID key, String amount, String reason, LocalDate day, Violations violations) {}
}
