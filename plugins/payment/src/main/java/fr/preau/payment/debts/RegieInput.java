package fr.preau.payment.debts;

import fr.preau.payment.payfip.Saisie;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A régie as an operator typed it.
 *
 * @param regie its id; that of a new one is the hidden key of the form
 * @param client the number of its contract with PayFiP; only a new one is given it
 * @param online ticked when it takes payments
 */
public record RegieInput(
        @NotNull UUID regie,
        @NotBlank @Size(max = 120) String name,
        @NotBlank @Pattern(regexp = "[0-9]{6}") String client,
        @NotNull Saisie saisie,
        @Nullable Boolean online) {

    boolean isOnline() {
        return Boolean.TRUE.equals(online);
    }
}
