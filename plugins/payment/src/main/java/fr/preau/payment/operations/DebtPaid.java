package fr.preau.payment.operations;

import fr.preau.api.event.Fact;
import java.util.UUID;

/**
 * Money was booked to a debt.
 *
 * @param owner the module that raised the debt
 * @param reference what that module calls it
 * @param cents that were booked now
 * @param left that are still to be paid
 */
@Fact("payment.DebtPaid")
public record DebtPaid(UUID debt, String owner, String reference, int cents, int left) {}
