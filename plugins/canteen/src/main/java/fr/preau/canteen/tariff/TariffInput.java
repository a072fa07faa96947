package fr.preau.canteen.tariff;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tariff as it was typed.
 *
 * @param tariff its id; that of a new one is the hidden key of the form
 * @param decision the text that fixes it, such as « arrêté du 12 novembre 2026 »
 * @param validFrom the first day on which it holds, in Paris
 * @param band sums of the bands by their number, as in {@code 2-from}, {@code 2-to}, {@code
 *     2-price}
 * @param passager of a meal without registration
 * @param guest of a meal of a guest or a member of the staff
 * @param version the one that was on the screen
 */
public record TariffInput(
        @NotNull UUID tariff,
        @NotBlank @Size(max = 160) String decision,
        @NotNull LocalDate validFrom,
        @NotNull Map<String, String> band,
        @NotBlank @Size(max = 20) String passager,
        @NotBlank @Size(max = 20) String guest,
        @Nullable Integer version) {}
