package fr.preau.payment.operations;

import fr.preau.api.event.Fact;
import java.util.UUID;

/** Somebody wants to pay: PayFiP is to be asked to take it. */
@Fact(OperationBegun.NAME)
public record OperationBegun(UUID operation) {

    static final String NAME = "payment.OperationBegun";
}
