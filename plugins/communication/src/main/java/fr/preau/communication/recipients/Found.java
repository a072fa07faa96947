package fr.preau.communication.recipients;

import fr.preau.api.school.Person;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom somebody found who looked for people to write to.
 *
 * @param more whether there are more people than these
 * @param nobody whether people were looked for and none is there
 */
record Found(List<Group> groups, List<Person> people, boolean more, boolean nobody) {

    private static final int NAMES_SHOWN = 50;

    /** Everybody around a class, or those of them whose name begins so. */
    static Found around(Reach reach, SchoolClass schoolClass, String q) {
        Map<Profile, List<Person>> around = reach.around(schoolClass);
        NameBeginning beginning = new NameBeginning(q);
        List<Group> groups =
                around.entrySet().stream()
                        .map(e -> new Group(e.getKey(), schoolClass, e.getValue().size()))
                        .toList();
        List<Person> people =
                around.values().stream()
                        .flatMap(List::stream)
                        .filter(beginning::matches)
                        .distinct()
                        .toList();
        return new Found(groups, people, false, people.isEmpty() && !q.isEmpty());
    }

    static Found named(Reach reach, String q) {
        List<Person> people = reach.named(q, NAMES_SHOWN + 1);
        boolean more = people.size() > NAMES_SHOWN;
        return new Found(
                List.of(), people.stream().limit(NAMES_SHOWN).toList(), more, people.isEmpty());
    }

    /** A teacher's classes are few: their groups are offered before anything is asked. */
    static Found ownClasses(Profile writer, Reach reach) {
        Stream<SchoolClass> own =
                writer == Profile.TEACHER ? reach.classes().stream() : Stream.empty();
        List<Group> groups =
                own.flatMap(
                                c ->
                                        Stream.of(Profile.PUPIL, Profile.GUARDIAN)
                                                .filter(reach::reaches)
                                                .map(members -> new Group(members, c, null)))
                        .toList();
        return new Found(groups, List.of(), false, false);
    }

    /**
     * A group of a class.
     *
     * @param people how many they are; null where nobody counted yet
     */
    record Group(Profile members, SchoolClass schoolClass, @Nullable Integer people) {}
}
