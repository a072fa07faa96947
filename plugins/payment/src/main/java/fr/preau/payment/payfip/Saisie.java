package fr.preau.payment.payfip;

/** How much is meant of a payment at PayFiP. */
public enum Saisie {
    /** Nothing is paid. */
    TEST("T"),
    /** The one payment that opens a contract. */
    ACTIVATION("X"),
    /** Money is paid. */
    PRODUCTION("W");

    private final String letter;

    Saisie(String letter) {
        this.letter = letter;
    }

    /** As PayFiP writes it. */
    public String letter() {
        return letter;
    }
}
