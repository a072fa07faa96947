package fr.preau.payment.operations;

import java.util.UUID;

/** An operation in an address. */
public record OperationInput(UUID operation) {}
