package fr.preau.canteen.menu;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * A week is shown to everybody, or to the kitchen alone.
 *
 * @param day any day of the week
 */
public record PublishInput(@NotNull LocalDate day, boolean published) {}
