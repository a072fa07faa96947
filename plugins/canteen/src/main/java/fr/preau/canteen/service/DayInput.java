package fr.preau.canteen.service;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The day of a service; null for today. */
public record DayInput(@Nullable LocalDate day) {}
