package fr.preau.tenants;

import java.util.regex.Pattern;

/**
 * Where a collège stands.
 *
 * @param postcode five digits
 * @param insee the commune's code in the official geographic code (Corsica has letters in it)
 */
public record Address(String street, String postcode, String insee) {

    private static final Pattern POSTCODE = Pattern.compile("[0-9]{5}");
    private static final Pattern INSEE = Pattern.compile("[0-9][0-9AB][0-9]{3}");

    private static final int LONGEST_STREET = 160;

    public Address {
        checkStreet(street);
        checkPostcode(postcode);
        checkInsee(insee);
    }

    static String checkStreet(String street) {
        return Check.text(street, LONGEST_STREET);
    }

    static String checkPostcode(String postcode) {
        return Check.shape(postcode, POSTCODE, "a postcode of five digits");
    }

    static String checkInsee(String insee) {
        return Check.shape(insee, INSEE, "an INSEE code of a commune");
    }
}
