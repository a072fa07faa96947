package fr.preau.canteen.billing;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** An invoice or a credit note. */
public record InvoiceInput(@NotNull UUID invoice) {}
