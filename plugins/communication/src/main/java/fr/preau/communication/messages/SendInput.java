package fr.preau.communication.messages;

import fr.preau.api.files.Upload;
import fr.preau.communication.attachments.FormFiles;
import fr.preau.communication.drafts.DraftContent;
import fr.preau.communication.drafts.KeptDraft;
import java.time.LocalDate;
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
 * @param attached the files that are kept with its draft and still ticked
 * @param files those that came with the form
 * @param answers whether the recipients of a long list may answer
 * @param on the day on which it shall be sent
 * @param at the time of that day, as in {@code 08:00}
 */
public record SendInput(
        @Nullable List<String> to,
        @Nullable String subject,
        @Nullable String text,
        @Nullable UUID key,
        @Nullable Integer version,
        @Nullable List<UUID> attached,
        @Nullable List<Upload> files,
        boolean answers,
        @Nullable LocalDate on,
        @Nullable String at) {

    /** Only whom it is for. */
    static SendInput to(@Nullable List<String> to) {
        return new SendInput(to, null, null, null, null, null, null, false, null, null);
    }

    /** What stood in a draft. */
    static SendInput of(KeptDraft draft) {
        DraftContent content = draft.content();
        return new SendInput(
                content.to(),
                content.subject(),
                content.text(),
                draft.id(),
                draft.state().version(),
                null,
                null,
                content.answers(),
                null,
                null);
    }

    SendTime time() {
        return SendTime.of(on, at);
    }

    DraftContent content() {
        return DraftContent.ofLetter(to, subject, text, answers);
    }

    FormFiles formFiles() {
        return FormFiles.of(attached, files);
    }

    int draftVersion() {
        return Objects.requireNonNullElse(version, 0);
    }
}
