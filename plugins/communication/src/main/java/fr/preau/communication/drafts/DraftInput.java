package fr.preau.communication.drafts;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form as it stands while somebody fills it in.
 *
 * @param to whom it is for, as audience codes
 * @param key the hidden key of the form
 * @param version {@link DraftState#version} of the form
 * @param attached the files that are kept with it and still ticked
 * @param about the conversation it answers, null for a letter
 * @param answers whether the recipients of a long list may answer
 */
public record DraftInput(
        @Nullable List<String> to,
        @Nullable String subject,
        @Nullable String text,
        @Nullable UUID key,
        @Nullable Integer version,
        @Nullable UUID about,
        @Nullable List<UUID> attached,
        boolean answers) {

    List<UUID> attachedFiles() {
        return attached == null ? List.of() : attached;
    }

    DraftContent content() {
        return DraftContent.of(to, subject, text, about, answers);
    }
}
