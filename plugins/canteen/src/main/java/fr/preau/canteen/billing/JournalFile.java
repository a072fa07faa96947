package fr.preau.canteen.billing;

import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.text.Csv;
import fr.preau.api.text.ModuleTexts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The invoices and credit notes of a run for the accountant, in the order of their numbers. */
final class JournalFile {

    private static final ModuleTexts TEXTS = ModuleTexts.of(JournalFile.class);

    private JournalFile() {}

    static byte[] of(Stream<Invoice> invoices) {
        Csv csv = new Csv();
        csv.row(
                Stream.of("number", "issued", "payer", "title", "due", "asked", "taken-back")
                        .map(column -> TEXTS.text("journal." + column))
                        .toList());
        invoices.forEach(invoice -> csv.row(row(invoice)));
        return csv.bytes();
    }

    private static List<String> row(Invoice invoice) {
        boolean credit = invoice.kind() == Invoice.Kind.CREDIT;
        String euros = BigDecimal.valueOf(invoice.cents(), 2).toPlainString().replace('.', ',');
        return List.of(
                invoice.reference(),
                LocalDate.ofInstant(invoice.issuedAt().orElse(Instant.EPOCH), SchoolCalendar.ZONE)
                        .toString(),
                invoice.payerName(),
                InvoiceWords.title(invoice),
                credit ? "" : invoice.due().toString(),
                credit ? "" : euros,
                credit ? euros : "");
    }
}
