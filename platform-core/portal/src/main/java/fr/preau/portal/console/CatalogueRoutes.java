package fr.preau.portal.console;

import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.school.Profile;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.releases.DesiredModule;
import fr.preau.core.releases.ModuleCatalogue;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.dispatch.Visit;
import fr.preau.portal.pages.ModuleRemovalPage;
import java.util.List;
import java.util.Optional;

/** The modules that the Département has, and what an operator does with their releases. */
public final class CatalogueRoutes {

    private static final Callers OPERATORS = Callers.profiles(Profile.OPERATOR);

    private static final String CATALOGUE = "/departement/catalogue";

    private final ModuleCatalogue catalogue;
    private final ReleasePlans plans;
    private final Drawing drawing;

    public CatalogueRoutes(ModuleCatalogue catalogue, ReleasePlans plans, Drawing drawing) {
        this.catalogue = catalogue;
        this.plans = plans;
        this.drawing = drawing;
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/departement/catalogue/{module}/removal")
                        .takes(CatalogueInputs.OfModule.class)
                        .shows(ModuleRemovalPage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.catalogue().removal(page, context))
                        .handledBy((request, input) -> Answer.show(plans.removal(input.module()))),
                Route.post("/departement/catalogue/{module}/removal")
                        .takes(CatalogueInputs.Removal.class)
                        .shows(ModuleRemovalPage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.catalogue().removal(page, context))
                        .handledBy(this::remove));
    }

    private Answer<ModuleRemovalPage> remove(Request request, CatalogueInputs.Removal input) {
        DesiredModule module = catalogue.find(input.module()).orElseThrow(Refusal::notFound);
        Optional<String> running = module.release();
        // Sent a second time, there is nothing left to stop.
        if (running.isPresent() && !running.get().equals(input.release())) {
            throw Refusal.ofType(409, "release-changed");
        }
        catalogue.remove(actor(request), input.module());
        ModuleRemovalPage page = plans.removal(input.module());
        return Answer.done(page, CATALOGUE, drawing.texts().text("removal.done", page.title()));
    }

    private static Actor actor(Request request) {
        SignedIn person = Visit.of(request).person();
        return new Actor(person.account(), person.displayName());
    }
}
