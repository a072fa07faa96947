package fr.preau.communication.wording;

import fr.preau.api.school.Profile;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The module's own sentences for what is said where no page is drawn yet, a refusal or a problem of
 * a form, and the choice between « tu » and « vous » where a sentence speaks to somebody.
 */
public final class Wording {

    private static final ResourceBundle FRENCH =
            ResourceBundle.getBundle("texts", Locale.FRENCH, Wording.class.getClassLoader());

    private Wording() {}

    /** A text of the module, in French, the only language it speaks so far. */
    public static String of(String key, Object... arguments) {
        return new MessageFormat(FRENCH.getString(key), Locale.FRENCH).format(arguments);
    }

    /** The key of the text that says « tu » to a pupil and « vous » to everybody else. */
    public static String to(Profile reader, String key) {
        return key + (reader == Profile.PUPIL ? ".pupil" : ".adult");
    }
}
