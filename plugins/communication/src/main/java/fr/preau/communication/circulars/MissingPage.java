package fr.preau.communication.circulars;

import fr.preau.api.page.PageOf;
import java.util.List;

/**
 * Whom to call: the children for whom an answer is missing, with those who may still give it.
 *
 * @param className the class that was asked for, empty for all
 * @param classes that have somebody missing
 */
public record MissingPage(
        FollowedCircular circular,
        String className,
        List<ClassProgress> classes,
        PageOf<Line> children) {

    public MissingPage {
        classes = List.copyOf(classes);
    }

    /** The address of this list, below the module. */
    public String address() {
        return circular.address()
                + "/missing"
                + (className.isEmpty() ? "" : "?of=" + Address.encoded(className));
    }

    /**
     * @param guardians who may answer today; empty when the directory knows none any more
     */
    public record Line(String child, String className, List<String> guardians) {

        public Line {
            guardians = List.copyOf(guardians);
        }
    }
}
