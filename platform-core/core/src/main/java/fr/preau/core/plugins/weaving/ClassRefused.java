package fr.preau.core.plugins.weaving;

import org.jspecify.annotations.Nullable;

/** A class that no module may have, or that can't be read. */
final class ClassRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClassRefused(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
