package org.example.lostandfound.items;

import fr.preau.api.school.Profile;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The module's sentences where no page is drawn yet: a notice, a refusal, a problem of a form. */
final class Words {

    private static final ResourceBundle FRENCH =
            ResourceBundle.getBundle("texts", Locale.FRENCH, Words.class.getClassLoader());

    private Words() {}

    static String of(String key, Object... arguments) {
        return new MessageFormat(FRENCH.getString(key), Locale.FRENCH).format(arguments);
    }

    /** The text that says « tu » to a pupil and « vous » to everybody else. */
    static String to(Profile reader, String key, Object... arguments) {
        return of(key + (reader == Profile.PUPIL ? ".pupil" : ".adult"), arguments);
    }
}
