package fr.preau.canteen.service;

import fr.preau.api.directory.Directory;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All pupils of a collège, with their classes. */
final class Roster {

    private final Map<UUID, Pupil> pupils = new LinkedHashMap<>();

    private Roster() {}

    /** Two statements, however many they are. */
    static Roster of(Directory directory) {
        Roster roster = new Roster();
        Map<PersonId, List<SchoolClass>> classes = directory.classesOfPupils();
        for (Person person : directory.everyone(Profile.PUPIL)) {
            roster.pupils.put(
                    person.id().value(),
                    new Pupil(
                            person.id().value(),
                            person.givenName(),
                            person.familyName(),
                            classes.getOrDefault(person.id(), List.of()).stream()
                                    .map(SchoolClass::name)
                                    .findFirst()
                                    .orElse("")));
        }
        return roster;
    }

    /** As a French reader expects them, by family name. */
    Collection<Pupil> pupils() {
        return pupils.values();
    }

    Optional<Pupil> of(UUID id) {
        return Optional.ofNullable(pupils.get(id));
    }

    /**
     * A pupil at the collège.
     *
     * @param className empty for who is in none
     */
    record Pupil(UUID id, String given, String family, String className) {

        String name() {
            return given + " " + family;
        }
    }
}
