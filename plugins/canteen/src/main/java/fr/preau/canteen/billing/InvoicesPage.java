package fr.preau.canteen.billing;

import fr.preau.api.page.PageOf;
import org.jspecify.annotations.Nullable;

/**
 * The invoices of a family, the latest first.
 *
 * @param own whether meals are billed at this place
 * @param left what is to be paid of those that are shown, in cents; null where nobody knows
 * @param pay the address where one pays
 */
public record InvoicesPage(
        boolean own, @Nullable Integer left, String pay, PageOf<InvoiceRow> invoices) {}
