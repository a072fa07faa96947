package fr.preau.communication.recipients;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How somebody looks for people to write to in the middle of a letter.
 *
 * @param q the beginning of a name
 * @param in a class to choose from
 * @param to what is chosen already, as {@link Audience} codes
 * @param subject of the letter, as it was typed so far
 * @param text of the letter, as it was typed so far
 * @param key the hidden key of the letter's form
 * @param version which state of its kept draft that form showed
 */
public record ChangeInput(
        @Nullable String q,
        @Nullable String in,
        @Nullable List<String> to,
        @Nullable String subject,
        @Nullable String text,
        @Nullable UUID key,
        @Nullable Integer version) {

    ChooseInput choice() {
        return new ChooseInput(q, in, to);
    }
}
