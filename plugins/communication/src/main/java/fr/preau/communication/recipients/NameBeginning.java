package fr.preau.communication.recipients;

import fr.preau.api.school.Person;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;

/** The beginning of a name as somebody types it, accents and case aside. */
final class NameBeginning {

    private final String beginning;

    NameBeginning(String typed) {
        this.beginning = folded(typed.strip());
    }

    boolean matches(Person person) {
        return Stream.of(
                        person.familyName(),
                        person.displayName(),
                        person.familyName() + " " + person.givenName())
                .anyMatch(name -> folded(name).startsWith(beginning));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
