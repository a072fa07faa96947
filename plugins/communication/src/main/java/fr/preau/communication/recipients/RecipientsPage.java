package fr.preau.communication.recipients;

import fr.preau.api.school.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a teacher or a member of the staff chooses people, by class or by name.
 *
 * @param q the beginning of a name that was looked for, empty if none was
 * @param classes the classes to choose from
 * @param taught the groups to choose from
 * @param chosen what was chosen before
 * @param groups groups to choose beside them
 * @param people persons to choose beside them
 * @param more whether more persons have such a name than are shown
 * @param foundNobody whether something was looked for and nobody found
 * @param othersToo whether somebody was chosen whom the writer may not write to
 * @param draft the letter that is being written, if something of it is
 * @param closed why the writer can't write now, if so
 * @param refusedFile why a file of the letter was not taken, null if none was refused
 */
public record RecipientsPage(
        String q,
        List<ClassLine> classes,
        List<ClassLine> taught,
        List<Choosable> chosen,
        List<Choosable> groups,
        List<Choosable> people,
        boolean more,
        boolean foundNobody,
        boolean othersToo,
        @Nullable Draft draft,
        @Nullable String closed,
        @Nullable String refusedFile) {

    private static final int FEW = 12;

    public RecipientsPage {
        classes = List.copyOf(classes);
        taught = List.copyOf(taught);
        chosen = List.copyOf(chosen);
        groups = List.copyOf(groups);
        people = List.copyOf(people);
    }

    /** The persons by profile, as they stand on the page: a few unfolded, many only the first. */
    public List<Circle> circles() {
        List<Profile> profiles = people.stream().map(Choosable::profile).distinct().toList();
        boolean few = people.size() <= FEW;
        return profiles.stream()
                .map(
                        profile ->
                                new Circle(
                                        profile,
                                        people.stream()
                                                .filter(p -> p.profile() == profile)
                                                .toList(),
                                        few || profile == profiles.get(0)))
                .toList();
    }

    RecipientsPage refusing(@Nullable String file) {
        return new RecipientsPage(
                q,
                classes,
                taught,
                chosen,
                groups,
                people,
                more,
                foundNobody,
                othersToo,
                draft,
                closed,
                file);
    }

    /** Whether there is anybody to tick. */
    public boolean offersAnyone() {
        return !(chosen.isEmpty() && groups.isEmpty() && people.isEmpty());
    }

    /**
     * Persons of one profile.
     *
     * @param open whether they are unfolded at first
     */
    public record Circle(Profile profile, List<Choosable> people, boolean open) {}

    /**
     * A class or a group to choose from.
     *
     * @param shown whether its people are shown
     */
    public record ClassLine(String id, String name, boolean shown) {}

    /**
     * Somebody one may write to.
     *
     * @param code the {@link Audience} for {@code to}
     * @param profile what the person is, or whom the group gathers
     * @param name the person, or the class or group it is about, empty where its kind says enough
     * @param group whether it is a group
     * @param people how many they are; null where nobody counted yet
     * @param about what tells a person apart
     */
    public record Choosable(
            String code,
            Profile profile,
            String name,
            boolean group,
            @Nullable Integer people,
            About about) {}
}
