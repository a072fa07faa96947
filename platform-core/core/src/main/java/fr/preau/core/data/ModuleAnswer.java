package fr.preau.core.data;

import java.util.Optional;

/**
 * What one module answered about a person.
 *
 * @param title what users call the module; its id where it could not be asked
 * @param version of the release that answered; empty where none did
 * @param said only where it has {@link Outcome#ANSWERED}
 */
public record ModuleAnswer<T>(
        String module, String title, String version, Outcome outcome, Optional<T> said) {

    /** How it went. */
    public enum Outcome {
        ANSWERED,
        /** It has declared that it keeps nothing about persons. */
        KNOWS_NOBODY,
        /** It keeps something at the collège and does not run, or it failed. */
        UNANSWERED
    }

    static <T> ModuleAnswer<T> unanswered(String module) {
        return new ModuleAnswer<>(module, module, "", Outcome.UNANSWERED, Optional.empty());
    }
}
