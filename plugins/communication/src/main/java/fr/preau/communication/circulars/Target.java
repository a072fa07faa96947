package fr.preau.communication.circulars;

import fr.preau.api.school.SchoolClass;
import java.util.List;

/**
 * Whose guardians a circular may be for.
 *
 * @param code as it stands in forms: {@code all}, {@code level:5} or {@code class:…}
 * @param name the level or the class, as people say it; empty for the whole collège
 */
record Target(String code, String name, List<SchoolClass> classes) {

    static final String EVERYBODY = "all";

    Target {
        classes = List.copyOf(classes);
    }

    boolean isEverybody() {
        return code.equals(EVERYBODY);
    }
}
