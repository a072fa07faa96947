package fr.preau.portal.look;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the portal or of one module in one language. */
public final class Texts {

    private final ResourceBundle bundle;
    private final Locale locale;

    public Texts(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** The portal's own texts. */
    public static Texts french() {
        return new Texts(
                ResourceBundle.getBundle("fr.preau.portal.texts", Locale.FRANCE), Locale.FRANCE);
    }

    /**
     * A text; without arguments it is taken as it stands, with arguments it is a {@link
     * MessageFormat}.
     *
     * @throws java.util.MissingResourceException if there is no such text
     */
    public String text(String key, Object... arguments) {
        String text = bundle.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }

    /**
     * A text as it is said to somebody: the one with {@code .pupil}, {@code .adult} or {@code
     * .operator} at the end of its key where there is one; an operator is an adult too.
     */
    public String text(Audience audience, String key, Object... arguments) {
        return text(keyFor(audience, key), arguments);
    }

    private String keyFor(Audience audience, String key) {
        if (has(key + audience.suffix())) {
            return key + audience.suffix();
        }
        String adult = key + Audience.ADULT.suffix();
        return audience == Audience.OPERATOR && has(adult) ? adult : key;
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    public Locale locale() {
        return locale;
    }
}
