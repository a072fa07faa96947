package fr.preau.canteen.billing;

import fr.preau.api.document.Document;
import fr.preau.api.document.DocumentPart;
import fr.preau.api.document.DocumentPart.Fact;
import fr.preau.api.document.DocumentPart.Facts;
import fr.preau.api.document.DocumentPart.Heading;
import fr.preau.api.document.DocumentPart.Note;
import fr.preau.api.document.DocumentPart.Notice;
import fr.preau.api.document.DocumentPart.Rows;
import fr.preau.api.page.Column;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.text.Euros;
import fr.preau.api.text.FrenchDays;
import fr.preau.api.text.ModuleTexts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An invoice or a credit note as it is kept and printed. */
final class InvoiceDocument {

    private static final ModuleTexts TEXTS = ModuleTexts.of(InvoiceDocument.class);

    private InvoiceDocument() {}

    /** The same whenever it is drawn: nothing in it changes once it is issued. */
    static Document of(InvoicePage page) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(TEXTS.text("invoice.number"), page.reference(), true));
        facts.add(new Fact(TEXTS.text("invoice.payer"), page.payer()));
        if (page.issuedAt() != null) {
            facts.add(
                    new Fact(
                            TEXTS.text("invoice.issued"),
                            FrenchDays.day(
                                    LocalDate.ofInstant(page.issuedAt(), SchoolCalendar.ZONE))));
        }
        boolean credit = page.kind() == Invoice.Kind.CREDIT;
        if (credit) {
            if (page.corrects() != null) {
                facts.add(
                        new Fact(
                                TEXTS.text("invoice.corrects"), page.corrects().reference(), true));
            }
            facts.add(new Fact(TEXTS.text("invoice.reason"), page.reason()));
        } else {
            facts.add(new Fact(TEXTS.text("invoice.due"), FrenchDays.day(page.due())));
        }
        List<DocumentPart> parts = new ArrayList<>();
        parts.add(new Facts(facts));
        parts.add(
                new Notice(
                        TEXTS.text(
                                credit ? "invoice.total.CREDIT" : "invoice.total.INVOICE",
                                Euros.of(page.cents()))));
        parts.add(
                new Rows(
                        TEXTS.text("invoice.lines"),
                        List.of(
                                Column.words(TEXTS.text("invoice.line.pupil")),
                                Column.words(TEXTS.text("invoice.line.what")),
                                Column.figures(TEXTS.text("invoice.line.meals")),
                                Column.figures(TEXTS.text("invoice.line.unit")),
                                Column.figures(TEXTS.text("invoice.line.cents"))),
                        page.lines().stream().map(InvoiceDocument::row).toList()));
        parts.add(new Heading(TEXTS.text("invoice.meals")));
        page.lines().stream()
                .filter(line -> !line.days().isEmpty())
                .forEach(
                        line ->
                                parts.add(
                                        new Note(
                                                TEXTS.text(
                                                        "invoice.line.days",
                                                        InvoiceText.named(line),
                                                        InvoiceText.days(line)))));
        if (!credit) {
            parts.add(new Note(TEXTS.text("invoice.how")));
        }
        return new Document(page.title(), parts);
    }

    private static List<String> row(InvoicePage.Line line) {
        return List.of(
                line.pupil(),
                InvoiceText.what(line),
                InvoiceText.meals(line),
                InvoiceText.unit(line),
                InvoiceText.cents(line));
    }
}
