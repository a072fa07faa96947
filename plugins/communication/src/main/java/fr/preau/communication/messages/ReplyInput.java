package fr.preau.communication.messages;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reply as it was typed.
 *
 * @param key the hidden key of the form; without it, nothing protects from sending twice
 * @param seen {@link ConversationPage#seen} of the page that was answered
 * @param version which state of its kept draft the form showed
 */
public record ReplyInput(
        UUID conversation,
        @Nullable String text,
        @Nullable UUID key,
        @Nullable Integer seen,
        @Nullable Integer version) {}
