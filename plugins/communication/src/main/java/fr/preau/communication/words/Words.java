package fr.preau.communication.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The different words of a text, without accents and in small letters.
 *
 * <p>Kept, each has a blank before it; looked for, the beginning of a word is a pattern of LIKE.
 * The full-text index of MariaDB was not taken: it leaves out « 5e » and English stop words, and
 * finds all letters of a collège before it looks whose they are.
 */
public record Words(Set<String> words) {

    /** How many are looked for; further ones say little more. */
    public static final int MOST_SOUGHT = 5;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    public Words {
        words = Collections.unmodifiableSet(new LinkedHashSet<>(words));
    }

    public static Words of(String... texts) {
        Set<String> words = new LinkedHashSet<>();
        for (String text : texts) {
            for (String word : BETWEEN.split(folded(text), -1)) {
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
        }
        return new Words(words);
    }

    private static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss");
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** As they stand in the table. */
    public String kept() {
        return words.isEmpty() ? "" : " " + String.join(" ", words);
    }

    /** As many patterns as are sought, the last ones of which let everything through. */
    public List<String> patterns() {
        List<String> patterns = new ArrayList<>();
        // Letters and digits only: nothing in them means anything to LIKE.
        words.stream().limit(MOST_SOUGHT).forEach(word -> patterns.add("% " + word + "%"));
        while (patterns.size() < MOST_SOUGHT) {
            patterns.add("%");
        }
        return List.copyOf(patterns);
    }
}
