package fr.preau.communication.recipients;

import fr.preau.api.school.Person;
import fr.preau.api.school.StaffFunction;
import fr.preau.communication.wording.Wording;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;

/** The beginning of a name or of a function as somebody types it, accents and case aside. */
final class NameBeginning {

    private final String beginning;

    NameBeginning(String typed) {
        this.beginning = folded(typed.strip());
    }

    /** Whether it is long enough to say something. */
    boolean isSome() {
        return beginning.length() > 1;
    }

    /** Whether one of the words of a function begins so, as in « CPE » and « vie scolaire ». */
    boolean matches(StaffFunction function) {
        String said = folded(Wording.of("function." + function));
        return said.startsWith(beginning)
                || Stream.of(said.split("[^\\p{L}]+")).anyMatch(word -> word.startsWith(beginning));
    }

    /** Whether a group of the staff is called so. */
    boolean matches(Audience audience) {
        return audience instanceof Audience.WithFunction with && matches(with.function());
    }

    /** Whether the name of a class or group begins so. */
    boolean matches(String name) {
        return folded(name).startsWith(beginning);
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
