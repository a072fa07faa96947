package fr.preau.api.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The sentences of a module, from its {@code texts_fr.properties}, for what is said where no page
 * is drawn: a refusal, a problem of a form, a document. On pages {@code PageContext.text} has them.
 */
public final class ModuleTexts {

    private final ResourceBundle french;

    private ModuleTexts(ResourceBundle french) {
        this.french = french;
    }

    /**
     * @param own a class of the module
     */
    public static ModuleTexts of(Class<?> own) {
        return new ModuleTexts(
                ResourceBundle.getBundle("texts", Locale.FRENCH, own.getClassLoader()));
    }

    /** A sentence in French, the only language that modules speak so far. */
    public String text(String key, Object... arguments) {
        return new MessageFormat(french.getString(key), Locale.FRENCH).format(arguments);
    }
}
