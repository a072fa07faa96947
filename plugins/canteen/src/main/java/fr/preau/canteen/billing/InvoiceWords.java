package fr.preau.canteen.billing;

import fr.preau.api.text.FrenchDays;
import fr.preau.api.text.ModuleTexts;
import java.time.LocalDate;
import java.time.YearMonth;

/** How people call an invoice and its period. */
final class InvoiceWords {

    private static final ModuleTexts TEXTS = ModuleTexts.of(InvoiceWords.class);

    private InvoiceWords() {}

    static String title(Invoice invoice) {
        return TEXTS.text(
                "invoice.title." + invoice.kind(), period(invoice.firstDay(), invoice.lastDay()));
    }

    /** « novembre 2026 », or from day to day. */
    static String period(LocalDate first, LocalDate last) {
        YearMonth month = YearMonth.from(first);
        return first.equals(month.atDay(1)) && last.equals(month.atEndOfMonth())
                ? FrenchDays.month(month)
                : TEXTS.text("invoice.period", FrenchDays.dayOfYear(first), FrenchDays.day(last));
    }
}
