package fr.preau.payment.operations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day whose payments are looked at.
 *
 * @param day in Paris; null for today
 * @param page the first is 1
 */
public record DayInput(@Nullable LocalDate day, int page) {}
