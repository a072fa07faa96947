package fr.preau.communication.messages;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it was typed.
 *
 * @param to whom it is for, as audience codes such as {@code person:…} or {@code guardians:…}
 * @param key the hidden key of the form; without it, nothing protects from sending twice
 */
public record SendInput(
        @Nullable List<String> to,
        @Nullable String subject,
        @Nullable String text,
        @Nullable UUID key) {}
