package fr.preau.canteen.billing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What is to be billed.
 *
 * @param key of the form
 * @param first day of the period
 * @param last day of the period
 * @param due the last day on which it is paid in time
 * @param regie who takes the money, by the number of its contract
 */
public record RunInput(
        @NotNull UUID key,
        @NotNull LocalDate first,
        @NotNull LocalDate last,
        @NotNull LocalDate due,
        @NotBlank @Size(max = 6) String regie) {}
