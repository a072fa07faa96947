package fr.preau.canteen.billing;

import fr.preau.api.route.Violations;
import fr.preau.api.text.ModuleTexts;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes meals of an issued invoice back, since somebody says that they are wrong. */
final class Crediting {

    private static final ModuleTexts TEXTS = ModuleTexts.of(Crediting.class);

    private final BillingRuns runs;
    private final InvoiceViews views;
    private final Drafting drafting;
    private final Issuing issuing;

    Crediting(BillingRuns runs, InvoiceViews views, Drafting drafting, Issuing issuing) {
        this.runs = runs;
        this.views = views;
        this.drafting = drafting;
        this.issuing = issuing;
    }

    /**
     * The credit note goes out at once. Nothing is taken back where one of the meals is not on the
     * invoice, or was taken back before: then a form is old or was sent twice.
     */
    Violations credit(Invoice invoice, CreditInput input) {
        Map<Integer, List<LocalDate>> days = input.days();
        if (days.isEmpty()) {
            return Violations.of("meal", TEXTS.text("credit.problem.none"));
        }
        runs.requireNoneOpen();
        List<InvoiceLine> lines = views.lines(invoice);
        Map<InvoiceLine.Key, Set<LocalDate>> taken =
                Invoiced.taken(views.lines(views.credits(invoice)));
        Map<Integer, InvoiceLine> byPlace = new HashMap<>();
        lines.forEach(line -> byPlace.put(line.place(), line));
        for (Map.Entry<Integer, List<LocalDate>> each : days.entrySet()) {
            InvoiceLine line = byPlace.get(each.getKey());
            boolean there =
                    line != null
                            && !line.isCredit()
                            && line.unit() > 0
                            && line.days().containsAll(each.getValue())
                            && each.getValue().stream()
                                    .noneMatch(taken.getOrDefault(line.key(), Set.of())::contains);
            if (!there) {
                return Violations.of("meal", TEXTS.text("credit.problem.gone"));
            }
        }
        issuing.issue(
                List.of(
                        drafting.credit(
                                Invoice.NONE, invoice, lines, days, input.reason().strip())));
        return Violations.none();
    }
}
