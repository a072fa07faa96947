package fr.preau.tenants;

import java.util.regex.Pattern;

/** The few checks that the values of a descriptor share; the message is what its author reads. */
final class Check {

    private Check() {}

    /**
     * A text that says something and fits.
     *
     * @param longest in characters, as the platform's tables keep it
     */
    static String text(String value, int longest) {
        if (value.isBlank() || !value.equals(value.strip())) {
            throw new IllegalArgumentException("a text is expected, not « " + value + " »");
        }
        int length = value.codePointCount(0, value.length());
        if (length > longest) {
            throw new IllegalArgumentException(
                    "« " + value + " » has " + length + " characters, more than " + longest);
        }
        return value;
    }

    static void range(int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(value + " is not between " + least + " and " + most);
        }
    }

    static void range(double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(value + " is not between " + least + " and " + most);
        }
    }

    static String shape(String value, Pattern shape, String expected) {
        if (!shape.matcher(value).matches()) {
            throw new IllegalArgumentException("« " + value + " » is not " + expected);
        }
        return value;
    }
}
