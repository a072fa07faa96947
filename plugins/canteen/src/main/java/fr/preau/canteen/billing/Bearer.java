package fr.preau.canteen.billing;

import java.util.UUID;

/**
 * Who pays an invoice.
 *
 * @param household the guardian who has registered; the pupil where nobody has
 * @param payer which of the two payers
 * @param account all zeros where they have none here
 * @param name as it stands on the invoice
 */
record Bearer(UUID household, Payer payer, UUID account, String name) {}
