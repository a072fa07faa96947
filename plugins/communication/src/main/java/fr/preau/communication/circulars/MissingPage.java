package fr.preau.communication.circulars;

import fr.preau.api.page.PageOf;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom to call: the children for whom an answer is missing, with those who may still give it.
 *
 * @param className the class that was asked for, empty for all
 * @param classes that have somebody missing
 * @param numbers whether the reader may see the telephone numbers
 * @param looks who has seen them, the latest first
 */
public record MissingPage(
        FollowedCircular circular,
        String className,
        List<ClassProgress> classes,
        PageOf<Line> children,
        boolean numbers,
        List<Look> looks) {

    public MissingPage {
        classes = List.copyOf(classes);
        looks = List.copyOf(looks);
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

    /**
     * That somebody looked at the numbers.
     *
     * @param person null for who has left
     */
    public record Look(@Nullable String person, Instant at) {}
}
