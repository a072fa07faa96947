package fr.preau.core.files;

import fr.preau.api.files.Upload;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with a form: taken, or refused with the reason.
 *
 * @param name as the person named it
 * @param upload null when it was refused, or when nobody was there to take it for
 * @param mistake null when there is none
 */
public record SentFile(String name, @Nullable Upload upload, @Nullable String mistake) {

    static SentFile taken(Upload upload) {
        return new SentFile(upload.name(), upload, null);
    }

    static SentFile refused(String name, FileRefused reason) {
        return new SentFile(name, null, reason.words());
    }

    static SentFile passedOver(String name) {
        return new SentFile(name, null, null);
    }
}
