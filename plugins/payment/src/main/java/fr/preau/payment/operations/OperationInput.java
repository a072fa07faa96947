package fr.preau.payment.operations;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operation in an address.
 *
 * @param returned true where its payer has come back from PayFiP and waits for what it says
 */
public record OperationInput(UUID operation, @Nullable Boolean returned) {

    boolean isReturned() {
        return Boolean.TRUE.equals(returned);
    }
}
