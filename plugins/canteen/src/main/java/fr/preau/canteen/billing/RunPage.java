package fr.preau.canteen.billing;

import fr.preau.api.page.PageOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A billing run: how far it is, what comes of it, and its invoices, the highest first.
 *
 * @param unpriced meals that could not be billed, for no tariff is fixed for their day
 * @param unheld meals billed as registered, for no line has run on their day
 * @param before what the last run before it has asked for, in cents; null where there is none
 * @param name of those that are looked for; empty for all
 */
public record RunPage(
        UUID run,
        String period,
        LocalDate due,
        RunState state,
        int done,
        int total,
        int unpriced,
        int unheld,
        String startedBy,
        Instant startedAt,
        String issuedBy,
        @Nullable Instant issuedAt,
        List<Total> totals,
        List<OfKind> kinds,
        List<OfCollege> colleges,
        @Nullable Long before,
        String name,
        PageOf<InvoiceRow> invoices) {

    public RunPage {
        totals = List.copyOf(totals);
        kinds = List.copyOf(kinds);
        colleges = List.copyOf(colleges);
    }

    /** What is asked for, or taken back, in cents. */
    public long cents(Invoice.Kind kind) {
        return totals.stream().filter(total -> total.kind() == kind).mapToLong(Total::cents).sum();
    }

    /** How many there are of a kind. */
    public long count(Invoice.Kind kind) {
        return totals.stream().filter(total -> total.kind() == kind).mapToLong(Total::count).sum();
    }

    /** The most that one collège comes to, at least one cent: what fills a chart. */
    public long most() {
        return Math.max(1, colleges.stream().mapToLong(OfCollege::cents).max().orElse(1));
    }

    /** Invoices or credit notes together, in cents. */
    public record Total(Invoice.Kind kind, long count, long cents) {}

    /** Lines of a kind together, in cents. */
    public record OfKind(LineKind kind, long meals, long cents) {}

    /** A collège's meals together, in cents. */
    public record OfCollege(String name, long meals, long cents) {}
}
