package fr.preau.canteen.billing;

import fr.preau.api.notice.Notice;
import fr.preau.api.notice.Notices;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.service.Services;
import fr.preau.api.text.Euros;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.billing.Debts.NewDebt;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Gives invoices and credit notes their numbers, asks for the money and tells who pays. */
final class Issuing {

    /** Invoices in one portion. */
    static final int AT_ONCE = 100;

    /** As payment knows the debts of this module. */
    static final String OWNER = "canteen";

    /** As the manifest declares it. */
    static final String NOTICE = "invoice";

    /** As long as the words of a debt may be. */
    private static final int MOST_WORDS = 200;

    private static final ModuleTexts TEXTS = ModuleTexts.of(Issuing.class);

    private final EntityManager entities;
    private final Services services;
    private final UnpaidBook unpaid;
    private final Notices notices;
    private final Clock clock;

    Issuing(
            EntityManager entities,
            Services services,
            UnpaidBook unpaid,
            Notices notices,
            Clock clock) {
        this.entities = entities;
        this.services = services;
        this.unpaid = unpaid;
        this.notices = notices;
        this.clock = clock;
    }

    /** The next portion of a run; whether there is another one. */
    boolean portion(BillingRun run) {
        List<Invoice> drafts =
                entities.createNamedQuery("Invoice.drafts", Invoice.class)
                        .setParameter("run", run.id())
                        .setParameter("last", run.after())
                        .setMaxResults(AT_ONCE)
                        .getResultList();
        if (drafts.isEmpty()) {
            run.isIssued(now());
            return false;
        }
        issue(drafts);
        run.goOn(drafts.get(drafts.size() - 1).id(), drafts.size());
        return true;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** All of them, or none where payment does not answer. */
    void issue(List<Invoice> drafts) {
        Debts debts =
                services.find(Debts.NAME, Debts.class)
                        .orElseThrow(() -> new IllegalStateException("payment does not answer"));
        Map<Invoice.Kind, Numbering> numbers = new HashMap<>();
        int year = LocalDate.ofInstant(now(), SchoolCalendar.ZONE).getYear();
        for (Invoice draft : drafts) {
            Numbering numbering =
                    numbers.computeIfAbsent(draft.kind(), kind -> numbering(kind, year));
            draft.issue(year, numbering.next(), now());
        }
        Map<UUID, List<InvoiceLine>> lines = lines(drafts);
        List<Invoice> invoices = of(drafts, Invoice.Kind.INVOICE);
        List<NewDebt> raised =
                invoices.stream()
                        .filter(invoice -> invoice.cents() > 0)
                        .map(invoice -> debt(invoice, lines.getOrDefault(invoice.id(), List.of())))
                        .toList();
        if (!raised.isEmpty()) {
            debts.raise(raised);
        }
        unpaid.add(invoices);
        spend(invoices, lines);
        credit(debts, of(drafts, Invoice.Kind.CREDIT));
        drafts.forEach(this::tell);
    }

    private static List<Invoice> of(List<Invoice> all, Invoice.Kind kind) {
        return all.stream().filter(each -> each.kind() == kind).toList();
    }

    /** Held until the end of the work. */
    private Numbering numbering(Invoice.Kind kind, int year) {
        entities.createNamedQuery("Numbering.begin")
                .setParameter(1, kind.name())
                .setParameter(2, year)
                .executeUpdate();
        return entities.find(
                Numbering.class, new Numbering.Key(kind, year), LockModeType.PESSIMISTIC_WRITE);
    }

    private Map<UUID, List<InvoiceLine>> lines(List<Invoice> invoices) {
        return entities.createNamedQuery("InvoiceLine.of", InvoiceLine.class)
                .setParameter("invoices", invoices.stream().map(Invoice::id).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(InvoiceLine::invoice));
    }

    private static NewDebt debt(Invoice invoice, List<InvoiceLine> lines) {
        List<NewDebt.Line> asked = new ArrayList<>();
        for (InvoiceLine line : lines) {
            if (line.cents() != 0) {
                asked.add(new NewDebt.Line(words(line), line.cents()));
            }
        }
        return new NewDebt(
                OWNER,
                invoice.reference(),
                invoice.regie(),
                InvoiceWords.title(invoice),
                invoice.due(),
                asked,
                invoice.payerAccount().equals(Invoice.NONE)
                        ? List.of()
                        : List.of(invoice.payerAccount()));
    }

    private static String words(InvoiceLine line) {
        String words =
                line.kind() == LineKind.CARRIED
                        ? TEXTS.text("invoice.kind.CARRIED")
                        : TEXTS.text(
                                "invoice.debt-line",
                                line.pupilName(),
                                line.meals(),
                                Euros.of(line.unit()));
        return words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) : words;
    }

    /** What these invoices take off is no more there for later ones; the oldest goes first. */
    private void spend(List<Invoice> invoices, Map<UUID, List<InvoiceLine>> lines) {
        Map<Bearer.Key, Integer> carried = new HashMap<>();
        for (Invoice invoice : invoices) {
            lines.getOrDefault(invoice.id(), List.of()).stream()
                    .filter(line -> line.kind() == LineKind.CARRIED)
                    .forEach(
                            line ->
                                    carried.merge(
                                            invoice.bearer().key(), -line.cents(), Integer::sum));
        }
        if (carried.isEmpty()) {
            return;
        }
        List<Invoice> credits =
                entities.createNamedQuery("Invoice.leftOver", Invoice.class)
                        .setParameter(
                                "households",
                                carried.keySet().stream().map(Bearer.Key::household).toList())
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList();
        for (Invoice credit : credits) {
            int wanted = carried.getOrDefault(credit.bearer().key(), 0);
            int taken = Math.min(wanted, credit.leftOver());
            credit.spend(taken);
            carried.put(credit.bearer().key(), wanted - taken);
        }
        if (carried.values().stream().anyMatch(missing -> missing > 0)) {
            throw new IllegalStateException("what credit notes had left over is gone: " + carried);
        }
    }

    private void credit(Debts debts, List<Invoice> credits) {
        if (credits.isEmpty()) {
            return;
        }
        Map<UUID, Invoice> corrected =
                entities.createNamedQuery("Invoice.byIds", Invoice.class)
                        .setParameter("ids", credits.stream().map(Invoice::corrects).toList())
                        .getResultStream()
                        .collect(Collectors.toMap(Invoice::id, each -> each));
        for (Invoice credit : credits) {
            Invoice invoice = corrected.get(credit.corrects());
            if (invoice == null) {
                throw new IllegalStateException(credit.id() + " corrects nothing");
            }
            // An invoice that left-overs have paid as a whole has never been a debt.
            int taken =
                    invoice.cents() == 0 || credit.cents() == 0
                            ? 0
                            : debts.credit(
                                    new Debts.Credit(
                                            OWNER,
                                            invoice.reference(),
                                            credit.reference(),
                                            credit.cents(),
                                            TEXTS.text("credit.words", credit.reference())));
            credit.leaveOver(credit.cents() - taken);
            unpaid.lower(invoice.reference(), taken);
        }
    }

    private void tell(Invoice invoice) {
        if (!invoice.payerAccount().equals(Invoice.NONE)) {
            notices.tell(
                    Notice.of(
                            NOTICE,
                            "issued-" + invoice.id(),
                            InvoiceWords.title(invoice),
                            "/invoices/" + invoice.id()),
                    new PersonId(invoice.payerAccount()));
        }
    }
}
