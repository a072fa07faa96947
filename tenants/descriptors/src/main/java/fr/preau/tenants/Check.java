package fr.preau.tenants;

import java.util.regex.Pattern;

/** The few checks that the values of a descriptor share; the message is what its author reads. */
final class Check {

    private Check() {}

    static void text(String value) {
        if (value.isBlank() || !value.equals(value.strip())) {
            throw new IllegalArgumentException("a text is expected, not « " + value + " »");
        }
    }

    static void range(int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(value + " is not between " + least + " and " + most);
        }
    }

    static void shape(String value, Pattern shape, String expected) {
        if (!shape.matcher(value).matches()) {
            throw new IllegalArgumentException("« " + value + " » is not " + expected);
        }
    }
}
