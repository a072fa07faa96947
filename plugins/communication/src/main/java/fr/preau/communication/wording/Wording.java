package fr.preau.communication.wording;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The module's own sentences for what is said where no page is drawn yet: a refusal, a problem of a
 * form.
 */
public final class Wording {

    private static final ResourceBundle FRENCH =
            ResourceBundle.getBundle("texts", Locale.FRENCH, Wording.class.getClassLoader());

    private Wording() {}

    /** A text of the module, in French, the only language it speaks so far. */
    public static String of(String key, Object... arguments) {
        return new MessageFormat(FRENCH.getString(key), Locale.FRENCH).format(arguments);
    }
}
