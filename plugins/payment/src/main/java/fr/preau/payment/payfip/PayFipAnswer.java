package fr.preau.payment.payfip;

/** What came of a call of PayFiP. */
public sealed interface PayFipAnswer<T> {

    /** What was asked for. */
    record Given<T>(T value) implements PayFipAnswer<T> {}

    /** PayFiP says why not. */
    record Refused<T>(PayFipFault fault) implements PayFipAnswer<T> {}

    /**
     * No answer, or none that can be understood: nothing is known of what PayFiP did.
     *
     * @param reason for the operator, without what was sent
     */
    record Unclear<T>(String reason) implements PayFipAnswer<T> {}
}
