package fr.preau.communication.drafts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the draft of a form stands; it stands in the form too, so that the next save knows on what it
 * builds.
 *
 * @param key of the form
 * @param version which state of the draft the form shows, 0 where none is kept
 * @param savedAt when it was kept last, null where it is not
 * @param sendAt when it will be sent, null where its author sends it
 */
public record DraftState(
        UUID key, int version, Kind kind, @Nullable Instant savedAt, @Nullable Instant sendAt) {

    /** What is to be said of it. */
    public enum Kind {
        /** Nothing is kept, and nothing need be. */
        NEW,
        /** It is kept as it stands in the form. */
        KEPT,
        /** Another window has changed it; what stands in this form is not kept. */
        CHANGED_ELSEWHERE,
        /** Its form has been sent; what stands in it now is not kept. */
        SENT,
        /** It waits for its time; what stands in this form is not kept. */
        WAITS,
        /** It is more than a draft may hold; what stands in the form is not kept. */
        TOO_MUCH
    }

    public static DraftState unsaved(UUID key) {
        return new DraftState(key, 0, Kind.NEW, null, null);
    }

    DraftState butNot(Kind reason) {
        return new DraftState(key, version, reason, null, null);
    }

    /** Whether what stands in the form would be lost with the window. */
    public boolean isRefused() {
        return kind == Kind.CHANGED_ELSEWHERE
                || kind == Kind.SENT
                || kind == Kind.WAITS
                || kind == Kind.TOO_MUCH;
    }
}
