package fr.preau.communication.recipients;

import fr.preau.api.school.Person;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.api.school.TeachingGroup;
import fr.preau.communication.recipients.Audience.ClassGroup;
import fr.preau.communication.recipients.Audience.TaughtGroup;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
        return around(
                reach.around(schoolClass),
                members -> new ClassGroup(members, schoolClass.id()),
                schoolClass.name(),
                q);
    }

    /** The same around a group. */
    static Found around(Reach reach, TeachingGroup group, String q) {
        return around(
                reach.around(group),
                members -> new TaughtGroup(members, group.id()),
                group.name(),
                q);
    }

    private static Found around(
            Map<Profile, List<Person>> around,
            Function<Profile, Audience.Group> group,
            String name,
            String q) {
        NameBeginning beginning = new NameBeginning(q);
        List<Group> groups =
                around.entrySet().stream()
                        .map(e -> new Group(group.apply(e.getKey()), name, e.getValue().size()))
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
        List<Group> groups = reach.groups().named(new NameBeginning(q)).toList();
        boolean more = people.size() > NAMES_SHOWN;
        return new Found(
                groups,
                people.stream().limit(NAMES_SHOWN).toList(),
                more,
                people.isEmpty() && groups.isEmpty());
    }

    /** What is offered before anything is asked: a teacher's own, and the collège as a whole. */
    static Found atFirst(Profile writer, Reach reach) {
        GroupsInReach groups = reach.groups();
        Stream<Group> own = writer == Profile.TEACHER ? groups.ofTheWriter() : Stream.empty();
        return new Found(
                Stream.concat(own, groups.ofTheCollege()).toList(), List.of(), false, false);
    }

    /**
     * A group to choose.
     *
     * @param name the class or group it is about, empty where its kind says enough
     * @param people how many they are; null where nobody counted yet
     */
    record Group(Audience.Group audience, String name, @Nullable Integer people) {

        boolean isCountedMoreThan(int few) {
            return people != null && people > few;
        }
    }
}
