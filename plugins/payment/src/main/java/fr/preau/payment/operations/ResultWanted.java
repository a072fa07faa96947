package fr.preau.payment.operations;

import fr.preau.api.event.Fact;
import java.util.UUID;

/** PayFiP is to be asked what became of an operation. */
@Fact(ResultWanted.NAME)
public record ResultWanted(UUID operation) {

    static final String NAME = "payment.ResultWanted";
}
