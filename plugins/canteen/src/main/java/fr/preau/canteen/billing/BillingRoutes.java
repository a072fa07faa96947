package fr.preau.canteen.billing;

import fr.preau.api.data.NewIds;
import fr.preau.api.files.Download;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.PageOf;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.NoInput;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.place.WhoRuns;
import fr.preau.canteen.templates.StaticTemplates;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Billing, for those who run the canteen. */
final class BillingRoutes {

    private static final ModuleTexts TEXTS = ModuleTexts.of(BillingRoutes.class);

    private static final int SIZE = 50;
    private static final int RUNS = 24;
    private static final int DAYS_TO_PAY = 30;

    private final Callers callers;
    private final EntityManager entities;
    private final BillingRuns runs;
    private final InvoiceViews views;
    private final Crediting crediting;
    private final WhoRuns who;
    private final NewIds ids;
    private final StaticTemplates templates = new StaticTemplates();

    BillingRoutes(
            Callers callers,
            EntityManager entities,
            BillingRuns runs,
            InvoiceViews views,
            Crediting crediting,
            WhoRuns who,
            NewIds ids) {
        this.callers = callers;
        this.entities = entities;
        this.runs = runs;
        this.views = views;
        this.crediting = crediting;
        this.who = who;
        this.ids = ids;
    }

    List<Route<?, ?>> routes() {
        return List.of(
                list(), begin(), run(), issue(), drop(), wake(), journal(), invoice(), credit());
    }

    private Route<NoInput, BillingPage> list() {
        return Route.get("/billing")
                .shows(BillingPage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .handledBy((request, input) -> Answer.show(list(request, null, Violations.none())));
    }

    private Screen draw(BillingPage page, PageContext context) {
        return new Screen(context.text("billing.title"), templates.billing(page, context));
    }

    private BillingPage list(Request request, @Nullable RunInput typed, Violations wrong) {
        if (!who.fixesHere(request)) {
            return new BillingPage(false, List.of(), null, false, wrong);
        }
        List<BillingRun> all = runs.all(RUNS);
        List<Debts.Regie> regies = runs.regies();
        boolean open =
                all.stream()
                        .anyMatch(run -> run.state().isWorking() || run.state() == RunState.READY);
        return new BillingPage(
                true,
                all.stream()
                        .map(
                                run ->
                                        new BillingPage.Line(
                                                run.id(),
                                                period(run),
                                                run.state(),
                                                run.done(),
                                                run.total(),
                                                run.startedAt()))
                        .toList(),
                open || regies.isEmpty() ? null : form(typed, regies),
                !regies.isEmpty(),
                wrong);
    }

    private static String period(BillingRun run) {
        return InvoiceWords.period(run.period().first(), run.period().last());
    }

    /** Last month is what one bills most often. */
    private BillingPage.Typed form(@Nullable RunInput typed, List<Debts.Regie> regies) {
        if (typed != null) {
            return new BillingPage.Typed(
                    typed.key(), typed.first(), typed.last(), typed.due(), typed.regie(), regies);
        }
        LocalDate today = runs.today();
        YearMonth last = YearMonth.from(today).minusMonths(1);
        return new BillingPage.Typed(
                ids.next(),
                last.atDay(1),
                last.atEndOfMonth(),
                today.plusDays(DAYS_TO_PAY),
                regies.get(0).client(),
                regies);
    }

    private Route<RunInput, BillingPage> begin() {
        return Route.post("/billing")
                .takes(RunInput.class)
                .shows(BillingPage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            requireOwn(request);
                            Violations problems = runs.problems(input);
                            if (!problems.isEmpty()) {
                                return Answer.tryAgain(list(request, input, problems), problems);
                            }
                            BillingRun run = runs.begin(input, request.caller().displayName());
                            return Answer.done(
                                    list(request, null, Violations.none()),
                                    "/billing/" + run.id(),
                                    TEXTS.text("billing.begun"));
                        });
    }

    private void requireOwn(Request request) {
        if (!who.fixesHere(request)) {
            throw Refusal.notFound();
        }
    }

    private Route<RunViewInput, RunPage> run() {
        return Route.get("/billing/{run}")
                .takes(RunViewInput.class)
                .shows(RunPage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .handledBy((request, input) -> Answer.show(page(input)));
    }

    private Screen draw(RunPage page, PageContext context) {
        return new Screen(
                context.text("billing.run.title", page.period()), templates.run(page, context));
    }

    private RunPage page(UUID run) {
        return page(new RunViewInput(run, null, null));
    }

    private RunPage page(RunViewInput input) {
        BillingRun run = runs.find(input.run());
        Long before =
                entities.createNamedQuery("BillingRun.lastIssued", BillingRun.class)
                        .setParameter("day", run.period().first())
                        .setMaxResults(1)
                        .getResultStream()
                        .findFirst()
                        .map(last -> totals(last.id()))
                        .map(
                                totals ->
                                        totals.stream()
                                                .filter(each -> each.kind() == Invoice.Kind.INVOICE)
                                                .mapToLong(RunPage.Total::cents)
                                                .sum())
                        .orElse(null);
        return new RunPage(
                run.id(),
                period(run),
                run.due(),
                run.state(),
                run.done(),
                run.total(),
                run.unpriced(),
                run.unheld(),
                run.startedBy(),
                run.startedAt(),
                run.issuedBy(),
                run.issuedAt().orElse(null),
                totals(run.id()),
                of(run.id(), "InvoiceLine.kindsOfRun", RunPage.OfKind.class),
                of(run.id(), "InvoiceLine.collegesOfRun", RunPage.OfCollege.class),
                before,
                input.typed(),
                invoices(run.id(), input));
    }

    private List<RunPage.Total> totals(UUID run) {
        return of(run, "Invoice.totalsOfRun", RunPage.Total.class);
    }

    private <T> List<T> of(UUID run, String query, Class<T> type) {
        return entities.createNamedQuery(query, type).setParameter("run", run).getResultList();
    }

    private PageOf<InvoiceRow> invoices(UUID run, RunViewInput input) {
        TypedQuery<Invoice> query =
                input.typed().isEmpty()
                        ? entities.createNamedQuery("Invoice.ofRun", Invoice.class)
                        : entities.createNamedQuery("Invoice.ofRunNamed", Invoice.class)
                                .setParameter("name", containing(input.typed()));
        List<InvoiceRow> rows =
                query
                        .setParameter("run", run)
                        .setFirstResult((input.number() - 1) * SIZE)
                        .setMaxResults(SIZE + 1)
                        .getResultList()
                        .stream()
                        .map(InvoiceRow::of)
                        .toList();
        return PageOf.from(rows, input.number(), SIZE);
    }

    /** As LIKE reads it, with ! before what would mean something. */
    static String containing(String typed) {
        return "%" + typed.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    private Route<RunKeyInput, RunPage> issue() {
        return Route.post("/billing/{run}/issue")
                .takes(RunKeyInput.class)
                .shows(RunPage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            runs.issue(input.run(), request.caller().displayName());
                            return Answer.done(
                                    page(input.run()),
                                    "/billing/" + input.run(),
                                    TEXTS.text("billing.issuing"));
                        });
    }

    private Route<RunKeyInput, BillingPage> drop() {
        return Route.post("/billing/{run}/drop")
                .takes(RunKeyInput.class)
                .shows(BillingPage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            runs.drop(input.run());
                            return Answer.done(
                                    list(request, null, Violations.none()),
                                    "/billing",
                                    TEXTS.text("billing.dropped"));
                        });
    }

    private Route<RunKeyInput, RunPage> wake() {
        return Route.post("/billing/{run}/wake")
                .takes(RunKeyInput.class)
                .shows(RunPage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            runs.wake(input.run());
                            return Answer.done(
                                    page(input.run()),
                                    "/billing/" + input.run(),
                                    TEXTS.text("billing.woken"));
                        });
    }

    private Route<RunKeyInput, Download> journal() {
        return Route.get("/billing/{run}/journal.csv")
                .takes(RunKeyInput.class)
                .sendsFile()
                .allows(callers)
                .handledBy(
                        (request, input) -> {
                            BillingRun run = runs.find(input.run());
                            if (run.state() != RunState.ISSUED) {
                                throw Refusal.notFound();
                            }
                            return Download.save(
                                    "factures-" + run.period().first() + ".csv",
                                    JournalFile.of(
                                            entities.createNamedQuery(
                                                            "Invoice.numbersOfRun", Invoice.class)
                                                    .setParameter("run", run.id())
                                                    .getResultStream()));
                        });
    }

    private Route<InvoiceInput, InvoicePage> invoice() {
        return Route.get("/billing/invoices/{invoice}")
                .takes(InvoiceInput.class)
                .shows(InvoicePage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        views.page(
                                                request,
                                                find(input.invoice()),
                                                true,
                                                Violations.none())));
    }

    private Screen draw(InvoicePage page, PageContext context) {
        return new Screen(page.title(), templates.invoice(page, true, context));
    }

    private Invoice find(UUID id) {
        Invoice invoice = entities.find(Invoice.class, id);
        if (invoice == null) {
            throw Refusal.notFound();
        }
        return invoice;
    }

    private Route<CreditInput, InvoicePage> credit() {
        return Route.post("/billing/invoices/{invoice}/credit")
                .takes(CreditInput.class)
                .shows(InvoicePage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .whenInvalid(
                        (request, input, violations) ->
                                views.page(request, find(input.invoice()), true, violations))
                .handledBy(
                        (request, input) -> {
                            Invoice invoice = find(input.invoice());
                            if (!invoice.isIssued() || invoice.kind() != Invoice.Kind.INVOICE) {
                                throw Refusal.notFound();
                            }
                            Violations problems = crediting.credit(invoice, input);
                            InvoicePage page = views.page(request, invoice, true, problems);
                            return problems.isEmpty()
                                    ? Answer.done(
                                            page,
                                            "/billing/invoices/" + invoice.id(),
                                            TEXTS.text("credit.done"))
                                    : Answer.tryAgain(page, problems);
                        });
    }
}
