package fr.preau.communication.circulars;

import java.util.List;

/**
 * Whether anything of a circular or its answers was changed after it was sealed.
 *
 * @param circularChanged whether the circular itself says something else now
 * @param changedParts which of its parts; none where only what seals it was changed
 * @param answers how many are sealed
 * @param erased how many say nothing any more, for their persons asked for it
 * @param head the newest seal, as it stands on what was printed
 */
public record SealPage(
        FollowedCircular circular,
        boolean circularChanged,
        List<CircularPart> changedParts,
        int answers,
        int erased,
        String head,
        List<Finding> findings) {

    public SealPage {
        changedParts = List.copyOf(changedParts);
        findings = List.copyOf(findings);
    }

    public boolean intact() {
        return !circularChanged && findings.isEmpty();
    }

    /**
     * @param position in the chain
     * @param child as it stands there now, empty for an answer that is missing
     */
    public record Finding(Kind kind, int position, String child, String guardian) {}

    /** What is wrong. */
    public enum Kind {
        /** It says something else now. */
        CHANGED,
        /** It does not stand on the seal before it any more: it was put in, or moved. */
        MOVED,
        /** It is gone. */
        MISSING
    }
}
