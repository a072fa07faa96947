package fr.preau.canteen.billing;

import fr.preau.api.document.Documents;
import fr.preau.api.files.Download;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.place.WhoRuns;
import fr.preau.canteen.templates.StaticTemplates;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The invoices of a family. */
final class InvoiceRoutes {

    private static final ModuleTexts TEXTS = ModuleTexts.of(InvoiceRoutes.class);

    private final Callers families;
    private final EntityManager entities;
    private final InvoiceViews views;
    private final Documents documents;
    private final WhoRuns who;
    private final Clock clock;
    private final StaticTemplates templates = new StaticTemplates();

    InvoiceRoutes(
            Callers families,
            EntityManager entities,
            InvoiceViews views,
            Documents documents,
            WhoRuns who,
            Clock clock) {
        this.families = families;
        this.entities = entities;
        this.views = views;
        this.documents = documents;
        this.who = who;
        this.clock = clock;
    }

    List<Route<?, ?>> routes() {
        return List.of(list(), invoice(), pdf(), ask());
    }

    private Route<InvoicesInput, InvoicesPage> list() {
        return Route.get("/invoices")
                .takes(InvoicesInput.class)
                .shows(InvoicesPage.class)
                .allows(families)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("invoices.title"),
                                        templates.invoices(page, context)))
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        who.fixesHere(request)
                                                ? views.ofPayer(request, input.number())
                                                : views.elsewhere(request)));
    }

    private Route<InvoiceInput, InvoicePage> invoice() {
        return Route.get("/invoices/{invoice}")
                .takes(InvoiceInput.class)
                .shows(InvoicePage.class)
                .allows(families)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        views.page(
                                                request,
                                                own(request, input.invoice()),
                                                false,
                                                Violations.none())));
    }

    private Screen draw(InvoicePage page, PageContext context) {
        return new Screen(page.title(), templates.invoice(page, false, context));
    }

    /** Another family's is not there, and neither is one that is not issued. */
    private Invoice own(Request request, UUID id) {
        Invoice invoice = entities.find(Invoice.class, id);
        if (invoice == null
                || !invoice.isIssued()
                || !invoice.payerAccount().equals(request.caller().person().value())) {
            throw Refusal.notFound();
        }
        return invoice;
    }

    private Route<InvoiceInput, Download> pdf() {
        return Route.get("/invoices/{invoice}/invoice.pdf")
                .takes(InvoiceInput.class)
                .sendsFile()
                .allows(families)
                .handledBy(
                        (request, input) -> {
                            Invoice invoice = own(request, input.invoice());
                            return Download.save(
                                    invoice.reference() + ".pdf",
                                    documents.pdf(
                                            InvoiceDocument.of(
                                                    views.page(
                                                            request,
                                                            invoice,
                                                            false,
                                                            Violations.none()))));
                        });
    }

    private Route<AidInput, InvoicePage> ask() {
        return Route.post("/invoices/{invoice}/aid")
                .takes(AidInput.class)
                .shows(InvoicePage.class)
                .allows(families)
                .drawnBy(this::draw)
                .whenInvalid(
                        (request, input, violations) ->
                                views.page(
                                        request, own(request, input.invoice()), false, violations))
                .handledBy(this::ask);
    }

    /** Once for an invoice; the same form again is the same. */
    private Answer<InvoicePage> ask(Request request, AidInput input) {
        Invoice invoice = own(request, input.invoice());
        entities.refresh(invoice, LockModeType.PESSIMISTIC_WRITE);
        if (views.page(request, invoice, false, Violations.none()).asks() != null) {
            entities.persist(
                    new Aid(
                            input.key(),
                            invoice,
                            request.caller().person().value(),
                            request.caller().displayName(),
                            input.words().strip(),
                            clock.instant().truncatedTo(ChronoUnit.MICROS)));
            entities.flush();
        }
        return Answer.done(
                views.page(request, invoice, false, Violations.none()),
                "/invoices/" + invoice.id(),
                TEXTS.text("aid.done"));
    }
}
