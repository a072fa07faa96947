package fr.preau.payment.operations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What PayFiP and the browsers that come back from it bring along. Anybody can send it.
 *
 * @param idop the number of an operation
 */
public record NumberInput(@NotBlank @Size(max = 100) String idop) {}
