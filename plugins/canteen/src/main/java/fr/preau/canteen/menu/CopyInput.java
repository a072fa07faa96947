package fr.preau.canteen.menu;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * A week gets the dishes of another one.
 *
 * @param day any day of the week that gets them
 * @param from any day of the week that has them
 */
public record CopyInput(@NotNull LocalDate day, @NotNull LocalDate from) {}
