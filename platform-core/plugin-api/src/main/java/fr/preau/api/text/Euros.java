package fr.preau.api.text;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Money as people in France write it. In Préau it is integer cents, up to the last moment. */
public final class Euros {

    private static final char NARROW_NO_BREAK = '\u202f';
    private static final char NO_BREAK = '\u00a0';

    private static final int MOST_DIGITS = 7;

    private static final Pattern SPACES = Pattern.compile("[ \u00a0\u202f]");

    private static final Pattern TYPED =
            Pattern.compile(
                    "([0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3}){0,2}|[0-9]{1,9})"
                            + "(?:[,.]([0-9]{1,2}))?[ \u00a0\u202f]?€?");

    private Euros() {}

    /**
     * Cents out of what somebody typed, as in « 12 », « 12,5 », « 1 234,50 € » or « 12.50 ».
     *
     * @return empty for anything else, below zero or from ten million euros up
     */
    public static OptionalInt cents(String typed) {
        Matcher amount = TYPED.matcher(typed.strip());
        if (!amount.matches()) {
            return OptionalInt.empty();
        }
        String euros = SPACES.matcher(amount.group(1)).replaceAll("");
        String cents = amount.group(2) == null ? "" : amount.group(2);
        if (euros.length() > MOST_DIGITS) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(euros + (cents + "00").substring(0, 2)));
    }

    /** « 1 234,50 € », on one line. */
    public static String of(long cents) {
        return NumberFormat.getCurrencyInstance(Locale.FRANCE)
                .format(BigDecimal.valueOf(cents, 2))
                .replace(NARROW_NO_BREAK, NO_BREAK);
    }
}
