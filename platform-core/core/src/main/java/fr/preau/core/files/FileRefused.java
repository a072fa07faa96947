package fr.preau.core.files;

import fr.preau.api.route.Refusal;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** A file that is not taken, with the reason in words for the person who sent it. */
public final class FileRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("fr.preau.core.files.texts", Locale.FRANCE);

    private final String reason;

    private FileRefused(String reason, Object... arguments) {
        super(
                new MessageFormat(TEXTS.getString("refused." + reason), Locale.FRANCE)
                        .format(arguments),
                null,
                false,
                false);
        this.reason = reason;
    }

    static FileRefused empty(String name) {
        return new FileRefused("empty", name);
    }

    static FileRefused tooLarge(String name, FileLimits limits) {
        return new FileRefused("too-large", name, limits.megabytes());
    }

    static FileRefused tooMany(String name, FileLimits limits) {
        return new FileRefused("too-many", name, limits.requestFiles());
    }

    static FileRefused notWhatItSays(String name) {
        return new FileRefused("not-what-it-says", name);
    }

    static FileRefused malicious(String name) {
        return new FileRefused("malicious", name);
    }

    static FileRefused notScanned(String name) {
        return new FileRefused("not-scanned", name);
    }

    /** What to call a file that nobody named. */
    static String unnamed() {
        return TEXTS.getString("unnamed");
    }

    /** In words, as a sentence. */
    public String words() {
        return String.valueOf(getMessage());
    }

    /** For a module that handed the file over by itself. */
    Refusal asRefusal() {
        return new Refusal(422, "file-" + reason, TEXTS.getString("refused.title"), words());
    }
}
