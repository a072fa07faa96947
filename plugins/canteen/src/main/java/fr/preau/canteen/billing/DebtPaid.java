package fr.preau.canteen.billing;

import fr.preau.api.event.Fact;

/** The fact {@code payment.DebtPaid}, as far as the canteen listens: some of a debt was paid. */
@Fact("payment.DebtPaid")
public record DebtPaid(String owner, String reference, int cents) {}
