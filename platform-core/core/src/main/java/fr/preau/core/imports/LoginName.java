package fr.preau.core.imports;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The beginning of a login, {@code prenom.nom} in plain lower-case letters; a number makes it
 * unique.
 */
record LoginName(String text) {

    /** Leaves room for the dot and six digits within 80 characters. */
    private static final int LONGEST_PART = 36;

    static LoginName of(String givenName, String familyName) {
        return new LoginName(part(givenName) + "." + part(familyName));
    }

    /**
     * @param number 1 for the first who has this name, who gets no number
     */
    String numbered(int number) {
        return number == 1 ? text : text + number;
    }

    private static String part(String name) {
        String plain =
                Normalizer.normalize(name.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                        .replace("œ", "oe")
                        .replace("æ", "ae")
                        .replace("ß", "ss")
                        .replace("ø", "o")
                        .replace("ł", "l")
                        .replace("đ", "d")
                        .replace("ı", "i")
                        .replaceAll("[\\s-]+", "-")
                        .replaceAll("[^a-z-]", "");
        String trimmed = cut(plain).replaceAll("^-+|-+$", "");
        // A name in another alphabet still gets a login; the number tells people apart.
        return trimmed.isEmpty() ? "personne" : trimmed;
    }

    private static String cut(String part) {
        return part.length() <= LONGEST_PART ? part : part.substring(0, LONGEST_PART);
    }
}
