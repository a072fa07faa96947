package fr.preau.payment.operations;

import fr.preau.api.data.NewIds;
import fr.preau.api.document.Documents;
import fr.preau.api.files.Download;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.NoInput;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.api.text.ModuleTexts;
import fr.preau.api.web.Site;
import fr.preau.payment.debts.Debt;
import fr.preau.payment.debts.Regie;
import fr.preau.payment.payfip.PayFip;
import fr.preau.payment.templates.StaticTemplates;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What families have to pay, and their payments. */
final class FamilyRoutes {

    private static final ModuleTexts TEXTS = ModuleTexts.of(FamilyRoutes.class);

    private static final Callers FAMILIES = Callers.profiles(Profile.GUARDIAN).atDepartement();

    /** So many payments of before stand on the page. */
    private static final int SHOWN = 20;

    private final EntityManager entities;
    private final Paying paying;
    private final Site site;
    private final NewIds ids;
    private final Documents documents;
    private final StaticTemplates templates = new StaticTemplates();

    FamilyRoutes(
            EntityManager entities, Paying paying, Site site, NewIds ids, Documents documents) {
        this.entities = entities;
        this.paying = paying;
        this.site = site;
        this.ids = ids;
        this.documents = documents;
    }

    List<Route<?, ?>> routes() {
        return List.of(debts(), begin(), operation(), receipt(), check(), back(), notification());
    }

    private Route<NoInput, DebtsPage> debts() {
        return Route.get("/debts")
                .shows(DebtsPage.class)
                .allows(FAMILIES)
                .drawnBy(this::draw)
                .handledBy((request, input) -> Answer.show(page(request, "", Violations.none())));
    }

    private Screen draw(DebtsPage page, PageContext context) {
        return new Screen(context.text("debts.title"), templates.debts(page, context));
    }

    private DebtsPage page(Request request, String mail, Violations violations) {
        UUID payer = request.caller().person().value();
        List<DebtsPage.Line> debts =
                entities
                        .createNamedQuery("Debt.ofPayer", Debt.class)
                        .setParameter("payer", payer)
                        .getResultList()
                        .stream()
                        .map(FamilyRoutes::line)
                        .toList();
        List<DebtsPage.Past> operations =
                entities
                        .createNamedQuery("Operation.ofPayer", Operation.class)
                        .setParameter("payer", payer)
                        .setMaxResults(SHOWN)
                        .getResultList()
                        .stream()
                        .map(FamilyRoutes::past)
                        .toList();
        return new DebtsPage(
                ids.next(),
                mail,
                debts,
                operations,
                violations.of("debt").orElse(null),
                violations.of("mail").orElse(null));
    }

    private static DebtsPage.Line line(Debt debt) {
        return new DebtsPage.Line(debt.id(), debt.title(), debt.due(), debt.cents(), debt.left());
    }

    private static DebtsPage.Past past(Operation operation) {
        return new DebtsPage.Past(
                operation.id(), operation.createdAt(), operation.cents(), operation.state());
    }

    private Route<BasketInput, DebtsPage> begin() {
        return Route.post("/debts")
                .takes(BasketInput.class)
                .shows(DebtsPage.class)
                .allows(FAMILIES)
                .drawnBy(this::draw)
                .whenInvalid(
                        (request, input, violations) -> page(request, typed(input), violations))
                .handledBy(this::begin);
    }

    /** What was not sent is null, whatever the record says. */
    private static String typed(BasketInput input) {
        return Objects.requireNonNullElse(input.mail(), "");
    }

    private Answer<DebtsPage> begin(Request request, BasketInput input) {
        Map<UUID, Integer> parts = input.parts().orElse(Map.of());
        if (parts.isEmpty()) {
            Violations nothing = Violations.of("debt", TEXTS.text("debts.choose.problem"));
            return Answer.tryAgain(page(request, input.mail(), nothing), nothing);
        }
        Operation operation =
                paying.begin(
                        new Basket(
                                input.key(),
                                request.caller().person().value(),
                                parts,
                                input.mail()));
        return Answer.done(
                page(request, input.mail(), Violations.none()), "/operations/" + operation.id());
    }

    private Route<OperationInput, OperationPage> operation() {
        return Route.get("/operations/{operation}")
                .takes(OperationInput.class)
                .shows(OperationPage.class)
                .allows(FAMILIES)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) ->
                                Answer.show(page(own(request, input), input.isReturned())));
    }

    private Screen draw(OperationPage page, PageContext context) {
        return new Screen(
                context.text("operation.title." + page.state()),
                templates.operation(page, context));
    }

    private Operation own(Request request, OperationInput input) {
        return paying.find(input.operation(), request.caller().person().value())
                .orElseThrow(Refusal::notFound);
    }

    private OperationPage page(Operation operation, boolean returned) {
        List<OperationPart> parts =
                entities.createNamedQuery("OperationPart.of", OperationPart.class)
                        .setParameter("operation", operation.id())
                        .getResultList();
        Map<UUID, String> titles =
                DebtTitles.of(entities, parts.stream().map(OperationPart::debtId).toList());
        return new OperationPage(
                operation.id(),
                operation.state(),
                operation.reference(),
                operation.cents(),
                operation.received().orElse(null),
                operation.authorisation().orElse(null),
                operation.createdAt(),
                operation.endedAt().orElse(null),
                payAt(operation),
                returned,
                parts.stream()
                        .map(
                                part ->
                                        new OperationPage.Line(
                                                titles.getOrDefault(part.debtId(), ""),
                                                part.cents()))
                        .toList());
    }

    private @Nullable String payAt(Operation operation) {
        return operation.state() == OperationState.OPEN
                ? operation
                        .number()
                        .map(number -> site.outside(PayFip.pageOf(number)).toString())
                        .orElse(null)
                : null;
    }

    private Route<OperationInput, Download> receipt() {
        return Route.get("/operations/{operation}/receipt.pdf")
                .takes(OperationInput.class)
                .sendsFile()
                .allows(FAMILIES)
                .handledBy(
                        (request, input) -> {
                            Operation operation = own(request, input);
                            int received = operation.received().orElseThrow(Refusal::notFound);
                            Regie regie =
                                    Objects.requireNonNull(
                                            entities.find(Regie.class, operation.regieId()));
                            return Download.save(
                                    "recu.pdf",
                                    documents.pdf(
                                            Receipt.of(
                                                    page(operation, false),
                                                    regie.name(),
                                                    received)));
                        });
    }

    private Route<OperationInput, OperationPage> check() {
        return Route.post("/operations/{operation}/check")
                .takes(OperationInput.class)
                .shows(OperationPage.class)
                .allows(FAMILIES)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            Operation operation = own(request, input);
                            paying.hint(operation);
                            return Answer.done(
                                    page(operation, true),
                                    "/operations/" + operation.id() + "?returned=true");
                        });
    }

    /** Where PayFiP leads browsers back to: to the payment, if it is this person's. */
    private Route<NumberInput, OperationPage> back() {
        return Route.get("/back")
                .takes(NumberInput.class)
                .shows(OperationPage.class)
                .allows(FAMILIES)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        page(
                                                paying.byNumber(
                                                                input.idop(),
                                                                request.caller().person().value())
                                                        .orElseThrow(Refusal::notFound),
                                                true)));
    }

    /** What PayFiP says that has happened; it is only ever a reason to ask PayFiP itself. */
    private Route<NumberInput, NoticedPage> notification() {
        return Route.post("/notifications")
                .takes(NumberInput.class)
                .shows(NoticedPage.class)
                .allows(Callers.anyone().atDepartement())
                .drawnBy((page, context) -> new Screen("", context.parts().text("")))
                .handledBy(
                        (request, input) -> {
                            paying.hint(input.idop());
                            return Answer.show(new NoticedPage());
                        });
    }
}
