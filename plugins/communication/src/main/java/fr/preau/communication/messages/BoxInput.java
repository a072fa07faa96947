package fr.preau.communication.messages;

import fr.preau.communication.drafts.DraftContent;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the received messages to show.
 *
 * @param q words to look for
 * @param in where they lie: {@code archive}, {@code bin} or the identity of a folder; the inbox
 *     without
 * @param older after which line of an earlier page, as {@link Cursor} writes it
 */
public record BoxInput(@Nullable String q, @Nullable String in, @Nullable String older) {

    private static final UUID NONE = DraftContent.NEW_LETTER;

    /** What was looked for, empty for everything. */
    String words() {
        return Subject.clean(q);
    }

    Place place() {
        return switch (in == null ? "" : in.toLowerCase(Locale.ROOT)) {
            case "archive" -> Place.ARCHIVE;
            case "bin" -> Place.BIN;
            default -> folder().isPresent() ? Place.FOLDER : Place.INBOX;
        };
    }

    Optional<UUID> folder() {
        try {
            return in == null || in.length() != 36
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(in)).filter(f -> !f.equals(NONE));
        } catch (IllegalArgumentException noFolder) {
            return Optional.empty();
        }
    }

    UUID folderOrNone() {
        return folder().orElse(NONE);
    }
}
