package fr.preau.canteen.menu;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** A day. */
public record DayInput(@NotNull LocalDate day) {}
