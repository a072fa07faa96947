package fr.preau.core.documents;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the host itself says in documents and of them. */
final class DocumentWords {

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("fr.preau.core.documents.texts", Locale.FRANCE);

    private DocumentWords() {}

    static String of(String key, Object... arguments) {
        return new MessageFormat(TEXTS.getString(key), Locale.FRANCE).format(arguments);
    }
}
