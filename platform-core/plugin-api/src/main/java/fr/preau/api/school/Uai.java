package fr.preau.api.school;

/**
 * The national code of a school: seven digits and a check letter, as in {@code 0921244C}.
 *
 * <p>The letter is the remainder of the seven digits by 23 in an alphabet without I, O and Q (RNE,
 * Répertoire national des établissements).
 */
public record Uai(String value) {

    private static final String CHECK_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

    private static final String OF_DEPARTEMENT = "0000";

    public Uai {
        if (value.length() != 8
                || !value.substring(0, 7).chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException(
                    "a UAI has seven digits and a letter, not « " + value + " »");
        }
        char expected = checkLetter(value);
        if (value.charAt(7) != expected) {
            throw new IllegalArgumentException(
                    "the check letter of « " + value + " » should be " + expected);
        }
    }

    /**
     * The code under which a Département has a place of its own beside its collèges: its number and
     * {@code 0000}, which no school has.
     *
     * @param number as people say it, two or three digits
     */
    public static Uai ofDepartement(String number) {
        if (!number.matches("[0-9]{2,3}")) {
            throw new IllegalArgumentException(
                    "a Département has a number of two or three digits, not « " + number + " »");
        }
        String digits = "0".repeat(3 - number.length()) + number + OF_DEPARTEMENT;
        return new Uai(digits + checkLetter(digits));
    }

    /** Whether this is the place of a Département, not a school. */
    public boolean isDepartement() {
        return value.startsWith(OF_DEPARTEMENT, 3);
    }

    private static char checkLetter(String value) {
        return CHECK_LETTERS.charAt(
                Integer.parseInt(value.substring(0, 7)) % CHECK_LETTERS.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
