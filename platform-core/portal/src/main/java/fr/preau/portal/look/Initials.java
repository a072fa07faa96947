package fr.preau.portal.look;

import java.util.Locale;

/** The first letters of a name, as a sign beside it. */
public final class Initials {

    private Initials() {}

    /** « I » for « Inès », « CM » for « Claire Moreau ». */
    public static String of(String name) {
        StringBuilder letters = new StringBuilder();
        for (String word : name.trim().split("\\s+")) {
            if (!word.isEmpty() && letters.codePointCount(0, letters.length()) < 2) {
                letters.appendCodePoint(word.codePointAt(0));
            }
        }
        return letters.toString().toUpperCase(Locale.FRANCE);
    }
}
