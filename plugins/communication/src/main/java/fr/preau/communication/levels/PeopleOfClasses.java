package fr.preau.communication.levels;

import fr.preau.api.directory.Directory;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.Person;
import fr.preau.api.school.Profile;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The people of a profile whom classes concern, as the directory has them now. */
public final class PeopleOfClasses {

    private static final int STAFF_AT_MOST = 200;

    private PeopleOfClasses() {}

    /** In one statement. The staff belongs to all classes, whichever these are. */
    public static List<Person> of(
            Profile profile, Collection<ClassId> classes, Directory directory) {
        if (profile == Profile.STAFF) {
            return directory.search("", Set.of(Profile.STAFF), STAFF_AT_MOST);
        }
        if (classes.isEmpty()) {
            return List.of();
        }
        return switch (profile) {
            case GUARDIAN -> directory.guardiansOf(classes);
            case PUPIL -> directory.pupilsOf(classes);
            case TEACHER -> directory.teachersOf(classes);
            case STAFF, OPERATOR -> List.of();
        };
    }
}
