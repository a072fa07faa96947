package fr.preau.canteen.billing;

import java.util.UUID;

/**
 * A meal that stands on an issued invoice and on no credit note.
 *
 * @param place of its line on the invoice
 * @param unit what it costs there, in cents
 */
record InvoicedMeal(UUID invoice, int place, int unit) {}
