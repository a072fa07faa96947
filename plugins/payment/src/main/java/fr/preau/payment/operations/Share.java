package fr.preau.payment.operations;

import java.util.UUID;

/**
 * What an operation pays of a debt.
 *
 * @param cents as the payer chose
 * @param left what the debt still lacks now
 */
record Share(UUID debt, int cents, int left) {}
