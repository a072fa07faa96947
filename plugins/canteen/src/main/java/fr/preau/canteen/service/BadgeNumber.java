package fr.preau.canteen.service;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a badge, as a reader types it.
 *
 * @param value digits and capital letters
 */
record BadgeNumber(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Pattern READABLE = Pattern.compile("[0-9A-Z]{4,32}");

    /** What stands on the row of figures of a French keyboard, from 1 to 0. */
    private static final String FRENCH_ROW = "&é\"'(-è_çà";

    private static final String FIGURES = "1234567890";

    private static final int DIGITS = 12;

    BadgeNumber {
        if (!READABLE.matcher(value).matches()) {
            throw new IllegalArgumentException("no number of a badge");
        }
    }

    /**
     * A number that nobody can guess: of 600 badges a guess hits one in 1.5 thousand million. Only
     * digits, which every reader types right, whatever keyboard it takes itself for.
     */
    static BadgeNumber random() {
        StringBuilder digits = new StringBuilder(DIGITS);
        digits.append(1 + RANDOM.nextInt(9));
        while (digits.length() < DIGITS) {
            digits.append(RANDOM.nextInt(10));
        }
        return new BadgeNumber(digits.toString());
    }

    /**
     * As a reader typed it. Many readers are set to an American keyboard; on a French one they type
     * signs for figures.
     */
    static Optional<BadgeNumber> read(String typed) {
        StringBuilder number = new StringBuilder();
        for (char sign : typed.strip().toCharArray()) {
            int place = FRENCH_ROW.indexOf(Character.toLowerCase(sign));
            number.append(place < 0 ? sign : FIGURES.charAt(place));
        }
        String value = number.toString().replace(" ", "").toUpperCase(Locale.ROOT);
        return READABLE.matcher(value).matches()
                ? Optional.of(new BadgeNumber(value))
                : Optional.empty();
    }

    /** In groups of four, as people compare it. */
    String inGroups() {
        return value.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
