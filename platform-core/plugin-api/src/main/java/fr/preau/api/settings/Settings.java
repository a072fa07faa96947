package fr.preau.api.settings;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The settings of this module at the collège of the current request, job or fact: what the collège
 * has set, or else the default of the manifest.
 *
 * <p>Asking costs no statement. What somebody sets holds within a second, so two questions of one
 * request may have different answers: who needs one answer asks once.
 *
 * <p>A key that the manifest does not declare, or declares with another type, is a mistake of the
 * module: {@link IllegalArgumentException}. Outside a request, a job or a listener there is no
 * collège: {@link IllegalStateException}.
 */
public interface Settings {

    /** A setting of the type {@code text}. */
    String text(String key);

    /** A setting of the type {@code integer}. */
    int integer(String key);

    /** A setting of the type {@code boolean}. */
    boolean bool(String key);

    /** The value of a setting of the type {@code choice}; always one that the manifest declares. */
    String choice(String key);

    /** A setting of the type {@code date}; empty where none is set. */
    Optional<LocalDate> date(String key);
}
