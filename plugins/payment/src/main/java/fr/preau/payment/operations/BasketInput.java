package fr.preau.payment.operations;

import fr.preau.payment.payfip.PaymentOrder;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;

/**
 * What somebody chose to pay.
 *
 * @param key of the form
 * @param debt each as the debt, a colon and cents; what the page showed binds nobody
 */
public record BasketInput(
        @NotNull UUID key,
        List<String> debt,
        @NotBlank @Pattern(regexp = PaymentOrder.MAIL) @Size(min = 6, max = 80) String mail) {

    private static final java.util.regex.Pattern CHOSEN =
            java.util.regex.Pattern.compile(
                    "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):([0-9]{1,8})");

    /** What of each debt; empty when a part can't be read. */
    Optional<Map<UUID, Integer>> parts() {
        Map<UUID, Integer> parts = new LinkedHashMap<>();
        for (String one : debt) {
            Matcher chosen = CHOSEN.matcher(one);
            if (!chosen.matches()) {
                return Optional.empty();
            }
            parts.put(UUID.fromString(chosen.group(1)), Integer.valueOf(chosen.group(2)));
        }
        return Optional.of(parts);
    }
}
