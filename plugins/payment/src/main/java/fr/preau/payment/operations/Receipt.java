package fr.preau.payment.operations;

import fr.preau.api.document.Document;
import fr.preau.api.document.DocumentPart;
import fr.preau.api.document.DocumentPart.Fact;
import fr.preau.api.document.DocumentPart.Facts;
import fr.preau.api.document.DocumentPart.Note;
import fr.preau.api.document.DocumentPart.Rows;
import fr.preau.api.page.Column;
import fr.preau.api.text.Euros;
import fr.preau.api.text.FrenchDays;
import fr.preau.api.text.ModuleTexts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** The receipt of a payment, on paper. */
final class Receipt {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ModuleTexts TEXTS = ModuleTexts.of(Receipt.class);

    private Receipt() {}

    /**
     * @param paid an operation whose money came
     */
    static Document of(OperationPage paid, String regie, int received) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(TEXTS.text("receipt.regie"), regie));
        facts.add(new Fact(TEXTS.text("operation.received"), Euros.of(received)));
        Instant ended = paid.endedAt();
        if (ended != null) {
            facts.add(new Fact(TEXTS.text("receipt.day"), moment(ended)));
        }
        facts.add(new Fact(TEXTS.text("operation.reference"), paid.reference(), true));
        String authorisation = paid.authorisation();
        if (authorisation != null) {
            facts.add(new Fact(TEXTS.text("operation.authorisation"), authorisation, true));
        }
        List<DocumentPart> parts =
                List.of(
                        new Facts(facts),
                        new Rows(
                                TEXTS.text("receipt.caption"),
                                List.of(
                                        Column.words(TEXTS.text("receipt.debt")),
                                        Column.figures(TEXTS.text("receipt.amount"))),
                                paid.lines().stream()
                                        .map(line -> List.of(line.title(), Euros.of(line.cents())))
                                        .toList()),
                        new Note(TEXTS.text("receipt.note")));
        return new Document(TEXTS.text("receipt.title"), parts);
    }

    private static String moment(Instant instant) {
        ZonedDateTime there = instant.atZone(PARIS);
        return TEXTS.text(
                "receipt.moment",
                FrenchDays.day(there.toLocalDate()),
                FrenchDays.hour(there.toLocalTime()));
    }
}
