package fr.preau.payment.operations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A refund as an operator typed it.
 *
 * @param amount in euros, as people write them
 * @param day on which the régie made it
 * @param key the hidden key of the form
 */
public record RefundInput(
        @NotNull UUID operation,
        @NotBlank @Size(max = 20) String amount,
        @NotBlank @Size(max = 200) String reason,
        @NotNull LocalDate day,
        @NotNull UUID key) {}
