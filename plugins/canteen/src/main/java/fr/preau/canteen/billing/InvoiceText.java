package fr.preau.canteen.billing;

import fr.preau.api.text.Euros;
import fr.preau.api.text.FrenchDays;
import fr.preau.api.text.ModuleTexts;

/** The lines of an invoice in words, the same on the page and on paper. */
public final class InvoiceText {

    private static final ModuleTexts TEXTS = ModuleTexts.of(InvoiceText.class);

    private static final int ALL = 100;

    private InvoiceText() {}

    /** What a line is about, and why it costs what it costs. */
    public static String what(InvoicePage.Line line) {
        StringBuilder what = new StringBuilder(TEXTS.text("invoice.kind." + line.kind()));
        if (line.band() > 0) {
            what.append(", ").append(TEXTS.text("invoice.line.band", line.band()));
        }
        if (line.share() < ALL && line.price() > 0) {
            what.append(", ")
                    .append(TEXTS.text("invoice.line.share", line.share(), Euros.of(line.price())));
        }
        if (line.late()) {
            what.append(", ").append(TEXTS.text("invoice.line.late"));
        }
        return what.toString();
    }

    public static String meals(InvoicePage.Line line) {
        return line.meals() == 0 ? "" : String.valueOf(line.meals());
    }

    public static String unit(InvoicePage.Line line) {
        return line.meals() > 0 && line.cents() != 0 ? Euros.of(line.unit()) : "";
    }

    public static String cents(InvoicePage.Line line) {
        return line.cents() == 0 ? TEXTS.text("invoice.line.free") : Euros.of(line.cents());
    }

    /** What its days are called. */
    public static String named(InvoicePage.Line line) {
        return TEXTS.text(
                "invoice.line.named",
                line.pupil(),
                TEXTS.text("invoice.kind." + line.kind()),
                line.meals());
    }

    /** Each of its days. */
    public static String days(InvoicePage.Line line) {
        return String.join(", ", line.days().stream().map(FrenchDays::dayOfYear).toList());
    }
}
