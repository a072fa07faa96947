package fr.preau.communication.recipients;

import fr.preau.api.files.Upload;
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
 * @param attached the files that are kept with its draft and still ticked
 * @param files those that came with the form
 * @param answers whether the recipients of a long list may answer
 */
public record ChangeInput(
        @Nullable String q,
        @Nullable String in,
        @Nullable List<String> to,
        @Nullable String subject,
        @Nullable String text,
        @Nullable UUID key,
        @Nullable Integer version,
        @Nullable List<UUID> attached,
        @Nullable List<Upload> files,
        boolean answers) {

    /** The letter as the form held it; null if nothing stood in it. */
    public @Nullable Draft draft() {
        return Draft.of(key, version, subject, text, attached, answers);
    }

    ChooseInput choice() {
        return new ChooseInput(q, in, to);
    }
}
