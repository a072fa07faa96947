package fr.preau.payment;

import java.math.BigDecimal;

/** Money for people: cents become euros at the last moment. */
public final class Euros {

    private Euros() {}

    /** For a text that formats it, as in {@code money}. */
    public static BigDecimal of(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
