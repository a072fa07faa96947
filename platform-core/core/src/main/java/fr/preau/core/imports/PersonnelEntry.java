package fr.preau.core.imports;

import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import fr.preau.core.imports.DeliveredCollege.Function;
import fr.preau.core.imports.DeliveredCollege.Member;
import fr.preau.core.imports.DeliveredCollege.Teaching;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Somebody of the personnel, who may work in several collèges: only what is said of this one
 * counts.
 *
 * @param here the académie's identity of this collège
 */
record PersonnelEntry(AafEntry entry, String here, DeliveredCollege delivery) {

    private static final String FUNCTIONS = "ENTPersonFonctions";
    private static final String CLASSES = "ENTAuxEnsClassesMatieres";
    private static final String GROUPS = "ENTAuxEnsGroupesMatieres";
    private static final String HEADED = "ENTAuxEnsClassesPrincipal";

    /** A documentalist may teach every class; more values are a mistake. */
    private static final int MOST_LINKS = 300;

    void take() {
        List<String[]> functions = ofHere(FUNCTIONS, 2, 5);
        List<String[]> classes = ofHere(CLASSES, 3, 3);
        List<String[]> groups = ofHere(GROUPS, 3, 3);
        List<String[]> headed = ofHere(HEADED, 2, 2);
        boolean teaches = !classes.isEmpty() || !groups.isEmpty() || !headed.isEmpty();
        if (functions.isEmpty()
                && !teaches
                && !entry.all("ENTPersonStructRattach").contains(here)) {
            throw entry.refused(
                    "la personne " + entry.identity() + " est d’un autre établissement");
        }
        takePerson(functions, teaches);
        takeTeaching(classes, CLASSES, delivery.classes, delivery.teachings);
        takeTeaching(groups, GROUPS, delivery.groups, delivery.groupTeachings);
        for (String[] parts : headed) {
            requireUnit(HEADED, parts[1], delivery.classes);
            delivery.headTeachers.add(new Member(parts[1], entry.identity()));
        }
    }

    private void takePerson(List<String[]> functions, boolean teaches) {
        Set<StaffFunction> known = EnumSet.noneOf(StaffFunction.class);
        boolean teacher = teaches;
        for (String[] parts : functions) {
            String code = parts[1];
            String label = parts.length > 2 ? parts[2] : "";
            String discipline = parts.length > 3 ? parts[3] : "";
            String disciplineLabel = parts.length > 4 ? parts[4] : "";
            if (code.isEmpty() || code.length() > 20 || discipline.length() > 20) {
                throw entry.refused("une fonction (" + FUNCTIONS + ") n’est pas lisible");
            }
            String shown = disciplineLabel.isEmpty() ? label : disciplineLabel;
            delivery.functions.put(
                    new Function(entry.identity(), code, discipline),
                    shown.length() > 120 ? shown.substring(0, 120) : shown);
            teacher |= PersonnelCodes.isTeaching(code);
            PersonnelCodes.function(code).ifPresent(known::add);
        }
        PersonReading.take(entry, teacher ? Profile.TEACHER : Profile.STAFF, known, delivery);
    }

    private void takeTeaching(
            List<String[]> values,
            String attribute,
            Map<String, String> units,
            Set<Teaching> teachings) {
        for (String[] parts : values) {
            requireUnit(attribute, parts[1], units);
            if (!delivery.subjects.containsKey(parts[2])) {
                throw entry.refused(
                        "la matière « "
                                + AafEntry.shown(parts[2])
                                + " » ("
                                + attribute
                                + ") est inconnue");
            }
            teachings.add(new Teaching(parts[1], entry.identity(), parts[2]));
        }
    }

    private void requireUnit(String attribute, String code, Map<String, String> units) {
        if (!units.containsKey(code)) {
            throw entry.refused(
                    "l’établissement n’a pas de « "
                            + AafEntry.shown(code)
                            + " » ("
                            + attribute
                            + ")");
        }
    }

    private List<String[]> ofHere(String attribute, int least, int most) {
        List<String[]> found = new ArrayList<>();
        for (String value : entry.atMost(MOST_LINKS, attribute)) {
            if (value.startsWith(here + "$")) {
                found.add(entry.parts(attribute, value, least, most));
            }
        }
        return found;
    }
}
