package fr.preau.payment.payfip;

/**
 * Why PayFiP does not do what it was asked.
 *
 * @param code as in {@code P1}; empty where there is none
 * @param words what PayFiP says, for a person ({@code libelle}, {@code descriptif})
 */
public record PayFipFault(Kind kind, String code, String words) {

    /** Whose matter it is. */
    public enum Kind {
        /** What was asked can't be done ({@code FonctionnelleErreur}). */
        FUNCTIONAL,
        /** It can't just now; asked later it may ({@code Tech…Erreur}). */
        TECHNICAL
    }

    /** The number of an operation is wrong, or the operation was deleted because nobody paid. */
    public static final String UNKNOWN_OPERATION = "P1";

    /** The payer has not finished: no error, the result comes later. */
    public static final String NO_RESULT_YET = "P5";

    public boolean is(String wanted) {
        return code.equals(wanted);
    }
}
