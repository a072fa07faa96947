package fr.preau.communication.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a new event begins with.
 *
 * @param day that was looked at
 */
public record NewEventInput(@Nullable LocalDate day, @Nullable EventKind kind) {}
