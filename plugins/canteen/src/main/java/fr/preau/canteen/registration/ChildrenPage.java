package fr.preau.canteen.registration;

import fr.preau.api.route.Violations;
import java.util.List;
import java.util.UUID;

/**
 * Step 1: which children.
 *
 * @param guardian who registers them
 * @param complete whether all collèges have answered
 */
public record ChildrenPage(
        Step step, String guardian, List<Line> children, boolean complete, Violations violations) {

    public ChildrenPage {
        children = List.copyOf(children);
    }

    /**
     * A child of the guardian's.
     *
     * @param elsewhere whether somebody has registered it in another application
     */
    public record Line(
            UUID pupil,
            String name,
            String college,
            String className,
            boolean chosen,
            boolean elsewhere) {}
}
