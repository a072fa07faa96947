package fr.preau.canteen.billing;

import fr.preau.api.data.NewIds;
import fr.preau.api.page.PageOf;
import fr.preau.api.route.Request;
import fr.preau.api.route.Violations;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.service.ServiceFailed;
import fr.preau.api.service.Services;
import fr.preau.canteen.billing.InvoicePage.Creditable;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Invoices as pages show them, with what is still to be paid of them. */
final class InvoiceViews {

    private static final int SIZE = 25;

    private final EntityManager entities;
    private final Services services;
    private final NewIds ids;
    private final Clock clock;

    InvoiceViews(EntityManager entities, Services services, NewIds ids, Clock clock) {
        this.entities = entities;
        this.services = services;
        this.ids = ids;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SchoolCalendar.ZONE);
    }

    /** One statement, and what payment says of 25 at once. */
    InvoicesPage ofPayer(Request request, int number) {
        List<Invoice> found =
                entities.createNamedQuery("Invoice.ofPayer", Invoice.class)
                        .setParameter("payer", request.caller().person().value())
                        .setFirstResult((number - 1) * SIZE)
                        .setMaxResults(SIZE + 1)
                        .getResultList();
        PageOf<Invoice> page = PageOf.from(found, number, SIZE);
        Optional<Map<String, Debts.Standing>> standings = standings(page.items());
        List<InvoiceRow> rows =
                page.items().stream()
                        .map(invoice -> row(invoice, standings.orElse(Map.of())))
                        .toList();
        return new InvoicesPage(
                true,
                standings
                        .map(
                                all ->
                                        all.values().stream()
                                                .mapToInt(Debts.Standing::left)
                                                .reduce(0, Math::addExact))
                        .orElse(null),
                pay(request),
                new PageOf<>(rows, page.number(), page.more()));
    }

    InvoicesPage elsewhere(Request request) {
        return new InvoicesPage(false, null, pay(request), new PageOf<>(List.of(), 1, false));
    }

    private static String pay(Request request) {
        return "/c/" + request.college().slug() + "/payment/debts";
    }

    private InvoiceRow row(Invoice invoice, Map<String, Debts.Standing> standings) {
        InvoiceRow row = InvoiceRow.of(invoice);
        Debts.Standing standing = standings.get(invoice.reference());
        return standing == null ? row : row.standing(standing.left(), today());
    }

    /** By reference; empty where payment does not answer. */
    private Optional<Map<String, Debts.Standing>> standings(List<Invoice> invoices) {
        List<String> references =
                invoices.stream()
                        .filter(invoice -> invoice.kind() == Invoice.Kind.INVOICE)
                        .filter(Invoice::isIssued)
                        .map(Invoice::reference)
                        .toList();
        Optional<Debts> debts = services.find(Debts.NAME, Debts.class);
        if (debts.isEmpty() || references.isEmpty()) {
            return debts.map(each -> Map.of());
        }
        try {
            Map<String, Debts.Standing> standings = new HashMap<>();
            debts.get()
                    .standings(Issuing.OWNER, references)
                    .forEach(standing -> standings.put(standing.reference(), standing));
            return Optional.of(standings);
        } catch (ServiceFailed e) {
            return Optional.empty(); // an invoice is read without payment too
        }
    }

    List<InvoiceLine> lines(Invoice invoice) {
        return entities.createNamedQuery("InvoiceLine.of", InvoiceLine.class)
                .setParameter("invoices", List.of(invoice.id()))
                .getResultList();
    }

    /** Credit notes of an invoice. */
    List<Invoice> credits(Invoice invoice) {
        return entities.createNamedQuery("Invoice.correcting", Invoice.class)
                .setParameter("invoice", invoice.id())
                .getResultList();
    }

    /** The lines of some invoices or credit notes. */
    List<InvoiceLine> lines(List<Invoice> invoices) {
        return invoices.isEmpty()
                ? List.of()
                : entities.createNamedQuery("InvoiceLine.of", InvoiceLine.class)
                        .setParameter("invoices", invoices.stream().map(Invoice::id).toList())
                        .getResultList();
    }

    /**
     * @param staff whether it is shown to those who run the canteen
     */
    InvoicePage page(Request request, Invoice invoice, boolean staff, Violations violations) {
        List<InvoiceLine> lines = lines(invoice);
        List<Invoice> credits = credits(invoice);
        List<InvoicePage.Said> aids = aids(invoice);
        Invoice corrected =
                invoice.kind() == Invoice.Kind.CREDIT
                        ? entities.find(Invoice.class, invoice.corrects())
                        : null;
        Debts.Standing standing =
                standings(List.of(invoice)).orElse(Map.of()).get(invoice.reference());
        return new InvoicePage(
                invoice.id(),
                invoice.kind(),
                invoice.reference(),
                InvoiceWords.title(invoice),
                invoice.payerName(),
                invoice.due(),
                invoice.cents(),
                invoice.issuedAt().orElse(null),
                invoice.reason(),
                corrected == null ? null : InvoiceRow.of(corrected),
                credits.stream().map(InvoiceRow::of).toList(),
                invoice.leftOver(),
                standing == null ? null : Integer.valueOf(standing.paid()),
                standing == null ? null : Integer.valueOf(standing.left()),
                lines.stream().map(InvoiceLine::shown).toList(),
                staff && invoice.isIssued() ? creditable(lines, credits) : List.of(),
                staff && !invoice.run().equals(Invoice.NONE) ? invoice.run() : null,
                pay(request),
                aids.isEmpty() && !staff && isOverdue(invoice) ? ids.next() : null,
                aids,
                violations);
    }

    private List<InvoicePage.Said> aids(Invoice invoice) {
        return entities.createNamedQuery("Aid.ofInvoice", Aid.class)
                .setParameter("invoice", invoice.id())
                .getResultStream()
                .map(aid -> new InvoicePage.Said(aid.words(), aid.askedAt(), aid.answer()))
                .toList();
    }

    /** Whether anything is left of it, after the day on which it was due. */
    private boolean isOverdue(Invoice invoice) {
        return invoice.due().isBefore(today()) && entities.find(Unpaid.class, invoice.id()) != null;
    }

    private List<Creditable> creditable(List<InvoiceLine> lines, List<Invoice> credits) {
        Map<InvoiceLine.Key, Set<LocalDate>> taken = Invoiced.taken(lines(credits));
        List<Creditable> creditable = new ArrayList<>();
        for (InvoiceLine line : lines) {
            if (line.unit() > 0 && !line.isCredit()) {
                Set<LocalDate> back = taken.getOrDefault(line.key(), Set.of());
                line.days().stream()
                        .filter(day -> !back.contains(day))
                        .forEach(
                                day ->
                                        creditable.add(
                                                new Creditable(
                                                        line.place() + ":" + day,
                                                        line.pupilName(),
                                                        day,
                                                        line.unit())));
            }
        }
        return creditable;
    }
}
