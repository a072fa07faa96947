package fr.preau.communication.circulars;

import java.util.regex.Pattern;

/**
 * A number at which somebody is called.
 *
 * @param number as the académie delivered it, without spaces
 */
public record Telephone(String number) {

    private static final Pattern DIALLED = Pattern.compile("\\+?[0-9]{3,15}");
    private static final Pattern FRENCH = Pattern.compile("0[0-9]{9}");

    /** Whether a telephone can dial it: schools also write « mère » behind a number. */
    public boolean canBeDialled() {
        return DIALLED.matcher(number).matches();
    }

    /** The address of a link that dials it. */
    public String address() {
        return "tel:" + number;
    }

    /** As it is read aloud, two digits at a time. */
    public String said() {
        return FRENCH.matcher(number).matches()
                ? number.replaceAll("(..)(?=.)", "$1\u00a0")
                : number;
    }
}
