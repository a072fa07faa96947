package fr.preau.communication.appointments;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A booking, and where it is to be moved.
 *
 * @param slot the minute since 1970 at which the new slot begins
 */
public record BookingInput(UUID host, UUID booking, @Nullable Integer slot) {}
