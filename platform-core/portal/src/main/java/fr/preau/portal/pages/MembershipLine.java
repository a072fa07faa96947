package fr.preau.portal.pages;

import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person is at a collège, or at the Département.
 *
 * @param college the slug of the collège, null for the Département
 * @param collegeName the name of the collège or of the Département
 * @param functions of a member of the staff, empty for everyone else
 * @param classes a pupil's or a teacher's
 * @param children a guardian's
 */
public record MembershipLine(
        @Nullable String college,
        String collegeName,
        Profile profile,
        Set<StaffFunction> functions,
        List<String> classes,
        List<ChildLine> children) {

    public MembershipLine {
        functions = Set.copyOf(functions);
        classes = List.copyOf(classes);
        children = List.copyOf(children);
    }
}
