package fr.preau.communication.appointments;

import fr.preau.api.school.Child;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a host may receive about a pupil: one guardian, whose appointment it is then.
 *
 * @param guardian null for a pupil of whom no guardian has an account
 */
record Received(Person pupil, @Nullable Person guardian) {

    /** Each pupil with each guardian, in the order of pupils, then of guardians. */
    static List<Received> of(
            List<Person> pupils, List<Person> guardians, Map<PersonId, List<Child>> children) {
        List<Received> all = new ArrayList<>();
        for (Person pupil : pupils) {
            List<Received> own =
                    guardians.stream()
                            .filter(each -> isChild(pupil, children.get(each.id())))
                            .map(each -> new Received(pupil, each))
                            .toList();
            all.addAll(own.isEmpty() ? List.of(new Received(pupil, null)) : own);
        }
        return all;
    }

    private static boolean isChild(Person pupil, @Nullable List<Child> children) {
        return children != null
                && children.stream().anyMatch(child -> child.pupil().id().equals(pupil.id()));
    }

    /** As the form's list has it. */
    String code() {
        return guardian == null ? pupil.id().toString() : pupil.id() + ":" + guardian.id();
    }

    String said() {
        String name = pupil.familyName() + " " + pupil.givenName();
        return guardian == null ? name : name + " · " + guardian.displayName();
    }

    /** Whose the appointment is. */
    PersonId owner() {
        return guardian == null ? pupil.id() : guardian.id();
    }
}
