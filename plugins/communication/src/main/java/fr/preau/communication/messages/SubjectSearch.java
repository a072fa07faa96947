package fr.preau.communication.messages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A search in subjects: a pattern of LIKE with {@code !} as its escape, and an address. */
final class SubjectSearch {

    private SubjectSearch() {}

    /** Subjects that hold these words; empty for all. The column's collation does the rest. */
    static String containing(String words) {
        return words.isEmpty() ? "%" : "%" + words.replaceAll("[!%_]", "!$0") + "%";
    }

    static String address(String list, String words) {
        return words.isEmpty()
                ? list
                : list + "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
