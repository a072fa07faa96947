package fr.preau.core.directory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is taught, as people say it: deliveries have it in capitals and without accents. */
final class SubjectNames {

    private static final Map<String, String> SAID =
            Map.ofEntries(
                    Map.entry("FRANCAIS", "français"),
                    Map.entry("MATHEMATIQUES", "mathématiques"),
                    Map.entry("HISTOIRE-GEOGRAPHIE", "histoire-géographie"),
                    Map.entry("HISTOIRE GEOGRAPHIE", "histoire-géographie"),
                    Map.entry("SCIENCES VIE & TERRE", "sciences de la vie et de la Terre"),
                    Map.entry("EDUCATION PHYSIQUE & SPORTIVE", "éducation physique et sportive"),
                    Map.entry("EDUCATION MUSICALE", "éducation musicale"),
                    Map.entry("ENSEIGN.MORAL & CIVIQUE", "enseignement moral et civique"));

    private SubjectNames() {}

    /** « histoire-géographie », « anglais LV1 »; what is not all in capitals stays. */
    static String said(String subject) {
        if (!subject.equals(subject.toUpperCase(Locale.FRANCE))) {
            return subject;
        }
        String known = SAID.get(subject.strip());
        return known != null
                ? known
                : Arrays.stream(subject.strip().split(" ", -1))
                        .map(SubjectNames::word)
                        .collect(Collectors.joining(" "));
    }

    /** « LV1 » stays a sign. */
    private static String word(String word) {
        boolean sign = word.chars().anyMatch(Character::isDigit);
        return sign ? word : word.toLowerCase(Locale.FRANCE);
    }
}
