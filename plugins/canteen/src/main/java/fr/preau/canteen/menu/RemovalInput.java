package fr.preau.canteen.menu;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;

/** A dish is taken off the menu of a day. */
public record RemovalInput(@NotNull UUID dish, @NotNull LocalDate day) {}
