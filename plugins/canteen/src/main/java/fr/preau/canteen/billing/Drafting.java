package fr.preau.canteen.billing;

import fr.preau.api.data.NewIds;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.service.HeldService;
import fr.preau.canteen.service.ServedMeals;
import fr.preau.canteen.tariff.Prices;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes the invoices and the credit notes that follow from what pupils have eaten. */
final class Drafting {

    private static final ModuleTexts TEXTS = ModuleTexts.of(Drafting.class);

    private static final Comparator<DraftLine> ORDER =
            Comparator.comparing(DraftLine::pupilName)
                    .thenComparing(DraftLine::pupil)
                    .thenComparing(DraftLine::late)
                    .thenComparing(DraftLine::kind)
                    .thenComparing(line -> line.days().get(0));

    private final EntityManager entities;
    private final ServedMeals served;
    private final Invoiced invoiced;
    private final SchoolCalendar school;
    private final NewIds ids;

    Drafting(EntityManager entities, SchoolCalendar school, NewIds ids) {
        this.entities = entities;
        this.served = new ServedMeals(entities);
        this.invoiced = new Invoiced(entities);
        this.school = school;
        this.ids = ids;
    }

    /** One statement for each table, however many pupils there are. */
    void draft(BillingRun run, List<Billable> billables) {
        Period period = run.period();
        Prices prices = Prices.until(entities, period.last());
        Set<HeldService.Key> held = served.held(period.lookedAtFrom(), period.last());
        Set<LocalDate> billed = billed(period);
        Map<UUID, Map<LocalDate, List<InvoicedMeal>>> there =
                invoiced.of(
                        billables.stream().map(each -> each.pupil().pupil()).toList(),
                        period.lookedAtFrom());
        Map<Bearer, List<DraftLine>> lines = new LinkedHashMap<>();
        List<Bill.Wrong> wrong = new ArrayList<>();
        for (Billable each : billables) {
            Bill bill =
                    Bill.of(
                            each.pupil(),
                            period,
                            prices,
                            school,
                            billed,
                            held,
                            there.getOrDefault(each.pupil().pupil(), Map.of()));
            bill.lines()
                    .forEach(
                            (payer, some) ->
                                    lines.computeIfAbsent(
                                                    each.bearer(payer), key -> new ArrayList<>())
                                            .addAll(some));
            wrong.addAll(bill.toCredit());
            run.found(bill.unpriced(), bill.unheld());
        }
        Map<Bearer.Key, Integer> leftOver = leftOver(lines.keySet());
        lines.forEach(
                (bearer, some) ->
                        invoice(run, bearer, some, leftOver.getOrDefault(bearer.key(), 0)));
        credit(run, wrong);
    }

    private Set<LocalDate> billed(Period period) {
        Set<LocalDate> billed = new HashSet<>();
        entities.createNamedQuery("BillingRun.issuedFrom", BillingRun.class)
                .setParameter("day", period.lookedAtFrom())
                .getResultStream()
                .forEach(
                        run ->
                                run.period()
                                        .first()
                                        .datesUntil(run.period().last().plusDays(1))
                                        .forEach(billed::add));
        return billed;
    }

    /** What credit notes have left over, by who gets it. */
    private Map<Bearer.Key, Integer> leftOver(Set<Bearer> bearers) {
        Map<Bearer.Key, Integer> leftOver = new HashMap<>();
        if (!bearers.isEmpty()) {
            entities.createNamedQuery("Invoice.leftOver", Invoice.class)
                    .setParameter("households", bearers.stream().map(Bearer::household).toList())
                    .getResultStream()
                    .forEach(
                            credit ->
                                    leftOver.merge(
                                            credit.bearer().key(),
                                            credit.leftOver(),
                                            Integer::sum));
        }
        return leftOver;
    }

    /** Who has eaten nothing gets none. */
    private void invoice(BillingRun run, Bearer bearer, List<DraftLine> lines, int leftOver) {
        if (lines.stream().noneMatch(line -> line.kind().isEaten())) {
            return;
        }
        int meals = lines.stream().mapToInt(DraftLine::cents).reduce(0, Math::addExact);
        int carried = Math.min(leftOver, meals);
        Invoice invoice = new Invoice(ids.next(), run, bearer, meals - carried);
        entities.persist(invoice);
        List<DraftLine> sorted = lines.stream().sorted(ORDER).toList();
        int place = 1;
        for (DraftLine line : sorted) {
            entities.persist(new InvoiceLine(invoice.id(), place, line));
            place++;
        }
        if (carried > 0) {
            entities.persist(InvoiceLine.carried(invoice.id(), place, carried, invoice.lastDay()));
        }
    }

    private void credit(BillingRun run, List<Bill.Wrong> wrong) {
        if (wrong.isEmpty()) {
            return;
        }
        Map<UUID, Map<Integer, List<LocalDate>>> byInvoice = new LinkedHashMap<>();
        for (Bill.Wrong each : wrong) {
            byInvoice
                    .computeIfAbsent(each.meal().invoice(), id -> new LinkedHashMap<>())
                    .computeIfAbsent(each.meal().place(), place -> new ArrayList<>())
                    .add(each.day());
        }
        Map<UUID, Invoice> invoices =
                entities.createNamedQuery("Invoice.byIds", Invoice.class)
                        .setParameter("ids", List.copyOf(byInvoice.keySet()))
                        .getResultStream()
                        .collect(Collectors.toMap(Invoice::id, each -> each));
        Map<UUID, List<InvoiceLine>> lines =
                entities.createNamedQuery("InvoiceLine.of", InvoiceLine.class)
                        .setParameter("invoices", List.copyOf(byInvoice.keySet()))
                        .getResultStream()
                        .collect(Collectors.groupingBy(InvoiceLine::invoice));
        byInvoice.forEach(
                (id, days) -> {
                    Invoice invoice = invoices.get(id);
                    if (invoice != null) {
                        credit(
                                run.id(),
                                invoice,
                                lines.getOrDefault(id, List.of()),
                                days,
                                TEXTS.text("credit.not-eaten"));
                    }
                });
    }

    /**
     * Takes back some meals of an issued invoice.
     *
     * @param run that has found them; all zeros where somebody says so
     * @param days by the place of their line
     */
    Invoice credit(
            UUID run,
            Invoice invoice,
            List<InvoiceLine> lines,
            Map<Integer, List<LocalDate>> days,
            String reason) {
        UUID id = ids.next();
        List<InvoiceLine> back = new ArrayList<>();
        for (InvoiceLine line : lines) {
            List<LocalDate> some = days.getOrDefault(line.place(), List.of());
            if (!some.isEmpty()) {
                back.add(line.taken(id, back.size() + 1, some, run.equals(Invoice.NONE)));
            }
        }
        int cents = back.stream().mapToInt(InvoiceLine::cents).reduce(0, Math::addExact);
        Invoice credit = Invoice.credit(id, run, invoice, reason, cents);
        entities.persist(credit);
        back.forEach(entities::persist);
        return credit;
    }
}
