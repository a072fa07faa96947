package fr.preau.communication.wording;

import fr.preau.api.school.Profile;
import fr.preau.api.text.ModuleTexts;

/**
 * The module's own sentences for what is said where no page is drawn yet, a refusal or a problem of
 * a form, and the choice between « tu » and « vous » where a sentence speaks to somebody.
 */
public final class Wording {

    private static final ModuleTexts TEXTS = ModuleTexts.of(Wording.class);

    private Wording() {}

    /** A text of the module. */
    public static String of(String key, Object... arguments) {
        return TEXTS.text(key, arguments);
    }

    /** The key of the text that says « tu » to a pupil and « vous » to everybody else. */
    public static String to(Profile reader, String key) {
        return key + (reader == Profile.PUPIL ? ".pupil" : ".adult");
    }
}
