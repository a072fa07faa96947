package fr.preau.canteen.registration;

import fr.preau.api.document.Document;
import fr.preau.api.document.DocumentPart;
import fr.preau.api.document.DocumentPart.Fact;
import fr.preau.api.document.DocumentPart.Facts;
import fr.preau.api.document.DocumentPart.Note;
import fr.preau.api.document.DocumentPart.Text;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.text.Euros;
import fr.preau.api.text.FrenchDays;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.tariff.MealPrice;
import fr.preau.canteen.tariff.Quotient;
import fr.preau.canteen.tariff.TariffBook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The letter by which a family learns that a child is registered, and what its meals cost. */
final class Letter {

    private static final ModuleTexts TEXTS = ModuleTexts.of(Letter.class);

    private final TariffBook tariffs;

    Letter(TariffBook tariffs) {
        this.tariffs = tariffs;
    }

    /** It says what was true on the day of the decision, whenever it is drawn. */
    Document of(Application application, ApplicationChild child) {
        LocalDate decided =
                LocalDate.ofInstant(child.decidedAt().orElse(Instant.EPOCH), SchoolCalendar.ZONE);
        LocalDate from = child.validFrom().orElse(decided);
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("child", child.pupilName()));
        facts.add(fact("college", child.collegeName()));
        facts.add(fact("year", child.year().toString()));
        facts.add(fact("days", days(child)));
        facts.add(fact("from", FrenchDays.day(from)));
        Optional<Quotient> quotient = application.quotient();
        facts.add(
                fact(
                        "quotient",
                        quotient.map(each -> Euros.of(each.cents()))
                                .orElseGet(() -> TEXTS.text("letter.no-quotient"))));
        Optional<MealPrice> price = tariffs.price(decided, quotient);
        price.ifPresent(
                each -> {
                    facts.add(fact("band", String.valueOf(each.band())));
                    facts.add(fact("price", Euros.of(each.cents())));
                    facts.add(fact("decision", each.decision()));
                });
        facts.add(fact("payers", payers(application)));
        List<DocumentPart> parts =
                List.of(
                        Text.of(TEXTS.text("letter.opening", application.guardianName())),
                        Text.of(
                                TEXTS.text(
                                        "letter.decided",
                                        child.pupilName(),
                                        FrenchDays.day(decided))),
                        new Facts(facts),
                        Text.of(TEXTS.text("letter.rules")),
                        new Note(TEXTS.text("letter.tariff")));
        return new Document(TEXTS.text("letter.title"), parts);
    }

    private static Fact fact(String key, String value) {
        return new Fact(TEXTS.text("letter." + key), value);
    }

    private static String days(ApplicationChild child) {
        return child.weekdays().stream()
                .sorted()
                .map(day -> TEXTS.text("day." + day))
                .collect(Collectors.joining(", "));
    }

    private static String payers(Application application) {
        Payers payers = application.payers();
        return switch (payers.split()) {
            case ALONE -> application.guardianName();
            case SHARES ->
                    TEXTS.text(
                            "payers.shares",
                            application.guardianName(),
                            payers.ownShare(),
                            payers.otherName(),
                            100 - payers.ownShare());
            case WEEKS ->
                    TEXTS.text(
                            payers.ownEven() ? "payers.even" : "payers.odd",
                            application.guardianName(),
                            payers.otherName());
        };
    }
}
