package fr.preau.core.plugins.guard;

import org.jspecify.annotations.Nullable;

/** Throws again what the method that is guarded would have thrown undeclared. */
final class Sneaky {

    private Sneaky() {}

    static RuntimeException rethrow(@Nullable Throwable thrown) {
        return Sneaky.<RuntimeException>asUnchecked(thrown);
    }

    @SuppressWarnings({
        "unchecked",
        "TypeParameterUnusedInFormals"
    }) // erased: it throws what it got
    private static <T extends Throwable> T asUnchecked(@Nullable Throwable thrown) throws T {
        throw (T) thrown;
    }
}
