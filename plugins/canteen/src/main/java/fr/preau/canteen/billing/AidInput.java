package fr.preau.canteen.billing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * What a family says who finds it hard to pay.
 *
 * @param key of the form
 */
public record AidInput(
        @NotNull UUID invoice, @NotNull UUID key, @NotBlank @Size(max = 2000) String words) {}
