package fr.preau.canteen.billing;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or a credit note in a list.
 *
 * @param reference empty as long as it is not issued
 * @param left what is still to be paid, in cents; null where that is not asked
 * @param overdue whether it should have been paid before today
 */
public record InvoiceRow(
        UUID invoice,
        Invoice.Kind kind,
        String reference,
        String payer,
        String title,
        LocalDate due,
        int cents,
        @Nullable Integer left,
        boolean overdue) {

    static InvoiceRow of(Invoice invoice) {
        return new InvoiceRow(
                invoice.id(),
                invoice.kind(),
                invoice.reference(),
                invoice.payerName(),
                InvoiceWords.title(invoice),
                invoice.due(),
                invoice.cents(),
                null,
                false);
    }

    InvoiceRow standing(int nowLeft, LocalDate today) {
        return new InvoiceRow(
                invoice,
                kind,
                reference,
                payer,
                title,
                due,
                cents,
                nowLeft,
                nowLeft > 0 && due.isBefore(today));
    }
}
