package fr.preau.communication.messages;

import fr.preau.communication.drafts.DraftContent;
import fr.preau.communication.drafts.KeptDraft;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it was typed.
 *
 * @param to whom it is for, as audience codes such as {@code person:…} or {@code guardians:…}
 * @param key the hidden key of the form; without it, nothing protects from sending twice
 * @param version which state of its kept draft the form showed
 */
public record SendInput(
        @Nullable List<String> to,
        @Nullable String subject,
        @Nullable String text,
        @Nullable UUID key,
        @Nullable Integer version) {

    /** Only whom it is for. */
    static SendInput to(@Nullable List<String> to) {
        return new SendInput(to, null, null, null, null);
    }

    /** What stood in a draft. */
    static SendInput of(KeptDraft draft) {
        DraftContent content = draft.content();
        return new SendInput(
                content.to(),
                content.subject(),
                content.text(),
                draft.id(),
                draft.state().version());
    }

    DraftContent content() {
        return DraftContent.ofLetter(to, subject, text);
    }

    int draftVersion() {
        return Objects.requireNonNullElse(version, 0);
    }
}
