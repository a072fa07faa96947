package fr.preau.payment.operations;

import java.util.Set;

/** How far a payment is. */
public enum OperationState {
    /** PayFiP is being asked to take it. */
    ASKED,
    /** PayFiP gave its number: its payer may pay it, or may be paying it. */
    OPEN,
    /** PayFiP took the money, and it is booked. */
    PAID,
    /** It would have been paid, had its régie not been on trial: no money moved. */
    TESTED,
    /** The bank refused. */
    REFUSED,
    /** The payer gave up. */
    ABANDONED,
    /** PayFiP would not take it, or did not answer: it has no number, and can't be paid. */
    FAILED,
    /** PayFiP knows it no more: it was never paid. */
    GONE;

    /** Those in which the money of its debts may be on its way. */
    static final Set<OperationState> UNDER_WAY = Set.of(ASKED, OPEN);

    /** Whether it succeeded: nothing that PayFiP says afterwards changes it. */
    boolean isFinal() {
        return this == PAID || this == TESTED;
    }

    /** Whether the money of its debts may be on its way. */
    public boolean isUnderWay() {
        return UNDER_WAY.contains(this);
    }
}
