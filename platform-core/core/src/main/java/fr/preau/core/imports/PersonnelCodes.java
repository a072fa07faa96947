package fr.preau.core.imports;

import fr.preau.api.school.StaffFunction;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the codes of {@code ENTPersonFonctions} mean here.
 *
 * <p>ENS, DOC, EDU and DIR are the ministry's; ADJ, GES, SEC and ADM are those of collèges that
 * tell their administration apart. A code that is not listed opens nothing.
 */
final class PersonnelCodes {

    private static final Set<String> TEACHING = Set.of("ENS", "DOC");

    private static final Map<String, StaffFunction> FUNCTIONS =
            Map.of(
                    "DIR", StaffFunction.PRINCIPAL,
                    "ADJ", StaffFunction.PRINCIPAL,
                    "EDU", StaffFunction.CPE,
                    "GES", StaffFunction.GESTIONNAIRE,
                    "SEC", StaffFunction.SECRETARY,
                    "ADM", StaffFunction.ADMINISTRATOR);

    private PersonnelCodes() {}

    static boolean isTeaching(String code) {
        return TEACHING.contains(code);
    }

    static Optional<StaffFunction> function(String code) {
        return Optional.ofNullable(FUNCTIONS.get(code));
    }
}
