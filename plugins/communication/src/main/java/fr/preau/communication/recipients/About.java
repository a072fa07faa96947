package fr.preau.communication.recipients;

import fr.preau.api.school.StaffFunction;
import java.util.List;

/**
 * What tells a person apart from others of the same name.
 *
 * @param functions what a member of the staff is there for
 * @param subjects what a teacher teaches, as the académie names it
 * @param children whose guardian an adult is
 */
public record About(
        List<StaffFunction> functions, List<String> subjects, List<ChildName> children) {

    /** Of somebody whose name says enough, and of a group. */
    public static final About NOTHING = new About(List.of(), List.of(), List.of());

    public About {
        functions = List.copyOf(functions);
        subjects = List.copyOf(subjects);
        children = List.copyOf(children);
    }

    /**
     * A child of a guardian.
     *
     * @param classes the classes the child is in, normally one
     */
    public record ChildName(String name, List<String> classes) {

        public ChildName {
            classes = List.copyOf(classes);
        }
    }
}
