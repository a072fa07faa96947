package fr.preau.communication.appointments;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A slot that a guardian presses.
 *
 * @param slot the minute since 1970 at which it begins
 */
public record BookInput(
        UUID meeting, @Nullable UUID host, @Nullable UUID child, @Nullable Integer slot) {}
