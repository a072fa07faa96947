package fr.preau.communication.recipients;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter that is being written, which goes to the choice of its recipients and comes back as it
 * is.
 *
 * @param key the hidden key of its form, null if it brought none
 * @param version which state of its kept draft the form shows, 0 where none is kept
 * @param subject as it was typed so far
 * @param text as it was typed so far
 * @param attached the files that are kept with its draft
 * @param answers whether the recipients of a long list may answer
 */
public record Draft(
        @Nullable UUID key,
        int version,
        String subject,
        String text,
        List<UUID> attached,
        boolean answers) {

    public Draft {
        attached = List.copyOf(attached);
    }

    /** What was typed; null if nothing was, for then there is nothing to lose. */
    static @Nullable Draft of(
            @Nullable UUID key,
            @Nullable Integer version,
            @Nullable String subject,
            @Nullable String text,
            @Nullable List<UUID> attached,
            boolean answers) {
        Draft draft =
                new Draft(
                        key,
                        Objects.requireNonNullElse(version, 0),
                        Objects.requireNonNullElse(subject, ""),
                        Objects.requireNonNullElse(text, ""),
                        attached == null ? List.of() : attached,
                        answers);
        return draft.subject.isBlank() && draft.text.isBlank() && draft.attached.isEmpty()
                ? null
                : draft;
    }
}
