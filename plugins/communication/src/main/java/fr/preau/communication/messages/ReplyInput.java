package fr.preau.communication.messages;

import fr.preau.api.files.Upload;
import fr.preau.communication.attachments.FormFiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reply as it was typed.
 *
 * @param key the hidden key of the form; without it, nothing protects from sending twice
 * @param seen {@link ConversationPage#seen} of the page that was answered
 * @param version which state of its kept draft the form showed
 * @param attached the files that are kept with its draft and still ticked
 * @param files those that came with the form
 * @param on the day on which it shall be sent
 * @param at the time of that day, as in {@code 08:00}
 */
public record ReplyInput(
        UUID conversation,
        @Nullable String text,
        @Nullable UUID key,
        @Nullable Integer seen,
        @Nullable Integer version,
        @Nullable List<UUID> attached,
        @Nullable List<Upload> files,
        @Nullable LocalDate on,
        @Nullable String at) {

    SendTime time() {
        return SendTime.of(on, at);
    }

    FormFiles formFiles() {
        return FormFiles.of(attached, files);
    }

    int draftVersion() {
        return Objects.requireNonNullElse(version, 0);
    }
}
