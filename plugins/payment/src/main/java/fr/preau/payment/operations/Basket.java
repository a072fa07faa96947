package fr.preau.payment.operations;

import java.util.Map;
import java.util.UUID;

/**
 * What a payer wants to pay at once.
 *
 * @param key the hidden key of the form: pressed twice, it is one operation
 * @param parts what of each debt, in cents
 * @param mail where PayFiP sends its ticket
 */
record Basket(UUID key, UUID payer, Map<UUID, Integer> parts, String mail) {

    Basket {
        parts = Map.copyOf(parts);
    }

    int cents() {
        return parts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
