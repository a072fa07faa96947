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
import fr.preau.canteen.place.WhoRuns;
import fr.preau.canteen.templates.StaticTemplates;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** The invoices of a family. */
final class InvoiceRoutes {

    private final Callers families;
    private final EntityManager entities;
    private final InvoiceViews views;
    private final Documents documents;
    private final WhoRuns who;
    private final StaticTemplates templates = new StaticTemplates();

    InvoiceRoutes(
            Callers families,
            EntityManager entities,
            InvoiceViews views,
            Documents documents,
            WhoRuns who) {
        this.families = families;
        this.entities = entities;
        this.views = views;
        this.documents = documents;
        this.who = who;
    }

    List<Route<?, ?>> routes() {
        return List.of(list(), invoice(), pdf());
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
}
