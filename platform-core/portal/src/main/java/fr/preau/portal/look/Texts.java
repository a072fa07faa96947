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

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    public Locale locale() {
        return locale;
    }
}
