package fr.preau.portal.console;

import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.school.Profile;
import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.plugins.gate.ModuleCircuits;
import fr.preau.core.plugins.gate.ModuleQuarantine;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.dispatch.Visit;
import fr.preau.portal.pages.QuarantinePage;
import fr.preau.portal.pages.QuarantinedCollege;
import java.util.List;

/** Where modules are held because they failed again and again, and the click that tries again. */
public final class QuarantineRoutes {

    private static final Callers OPERATORS = Callers.profiles(Profile.OPERATOR);

    private final ModuleQuarantine quarantine;
    private final ModuleCircuits circuits;
    private final ModuleMatrix matrix;
    private final Tenants tenants;
    private final Drawing drawing;

    public QuarantineRoutes(
            ModuleQuarantine quarantine,
            ModuleCircuits circuits,
            ModuleMatrix matrix,
            Tenants tenants,
            Drawing drawing) {
        this.quarantine = quarantine;
        this.circuits = circuits;
        this.matrix = matrix;
        this.tenants = tenants;
        this.drawing = drawing;
    }

    private record OfModule(String module) {}

    private record AtCollege(String module, String college) {}

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/departement/catalogue/{module}/quarantine")
                        .takes(OfModule.class)
                        .shows(QuarantinePage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.console().quarantine(page, context))
                        .handledBy((request, input) -> Answer.show(page(input.module()))),
                Route.post("/departement/catalogue/{module}/quarantine")
                        .takes(AtCollege.class)
                        .shows(QuarantinePage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.console().quarantine(page, context))
                        .handledBy(this::lift));
    }

    private QuarantinePage page(String module) {
        String title = matrix.titleOf(module).orElseThrow(Refusal::notFound);
        List<QuarantinedCollege> held =
                quarantine.of(module).stream()
                        .flatMap(
                                one ->
                                        tenants.byUai(one.uai()).stream()
                                                .map(
                                                        tenant ->
                                                                new QuarantinedCollege(
                                                                        tenant.college().slug(),
                                                                        tenant.college().name(),
                                                                        one.reason(),
                                                                        one.since())))
                        .toList();
        return new QuarantinePage(module, title, held);
    }

    private Answer<QuarantinePage> lift(Request request, AtCollege input) {
        SignedIn person = Visit.of(request).person();
        Uai uai = tenants.bySlug(input.college()).orElseThrow(Refusal::notFound).college().uai();
        quarantine.lift(
                new AuditLog.Actor(person.account(), person.displayName()), uai, input.module());
        circuits.forget(uai);
        return Answer.done(
                page(input.module()),
                "/departement/catalogue/" + input.module() + "/quarantine",
                drawing.texts().text("quarantine.lifted"));
    }
}
