package fr.preau.payment.debts;

import java.util.List;

/**
 * The service {@code payment.Debts}: what other modules at the same place have families pay.
 *
 * <p>A debt is known by the module that raised it and by what that module calls it. When money is
 * booked to it, the fact {@code payment.DebtPaid} says so.
 */
public interface Debts {

    /**
     * Raises debts, all of one owner. Raised again with the same content one is the same debt; with
     * another one it is refused, for a debt that people have seen does not change.
     */
    void raise(List<NewDebt> debts);

    /**
     * Takes back what is not owed, as a credit note does. The same key again changes nothing.
     *
     * @return what of it the debt took: no more than it lacked
     */
    int credit(Credit credit);

    /** How some debts of a module stand; those that it never raised are absent. */
    List<Standing> standings(String owner, List<String> references);

    /** Who takes the money at this place. */
    List<Debts.Taker> regies();

    /**
     * A régie.
     *
     * @param client the number of its contract with PayFiP, six digits
     */
    record Taker(String client, String name) {}
}
