package fr.preau.portal.look;

import java.util.Locale;

/** Who is spoken to: « tu » to a pupil, « vous » to an adult, and an operator is nobody's pupil. */
public enum Audience {
    PUPIL,
    ADULT,
    OPERATOR;

    /** The end of the key of a text that is for them alone. */
    String suffix() {
        return "." + name().toLowerCase(Locale.ROOT);
    }
}
