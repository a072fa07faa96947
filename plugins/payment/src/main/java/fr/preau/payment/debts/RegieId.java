package fr.preau.payment.debts;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Which régie. */
public record RegieId(@NotNull UUID regie) {}
