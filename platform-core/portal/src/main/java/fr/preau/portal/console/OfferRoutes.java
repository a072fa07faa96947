package fr.preau.portal.console;

import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.school.Profile;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.settings.ModuleOffers;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.dispatch.Visit;
import fr.preau.portal.pages.CatalogueModulePage;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** Who decides where a module is on: the Département, or each collège for itself. */
public final class OfferRoutes {

    private static final String WHO =
            "Dites si chaque collège décide lui-même (true) ou si le Département décide (false).";

    private final ModuleOffers offers;
    private final ModuleMatrix matrix;
    private final ModuleSheet sheet;
    private final Drawing drawing;

    public OfferRoutes(
            ModuleOffers offers, ModuleMatrix matrix, ModuleSheet sheet, Drawing drawing) {
        this.offers = offers;
        this.matrix = matrix;
        this.sheet = sheet;
        this.drawing = drawing;
    }

    private record Decision(String module, @NotNull(message = WHO) Boolean colleges) {}

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post("/departement/catalogue/{module}/offer")
                        .takes(Decision.class)
                        .shows(CatalogueModulePage.class)
                        .allows(Callers.profiles(Profile.OPERATOR))
                        .drawnBy((page, context) -> drawing.catalogue().module(page, context))
                        .handledBy(this::decide));
    }

    private Answer<CatalogueModulePage> decide(Request request, Decision input) {
        String title = matrix.titleOf(input.module()).orElseThrow(Refusal::notFound);
        SignedIn person = Visit.of(request).person();
        offers.leave(
                new AuditLog.Actor(person.account(), person.displayName()),
                input.module(),
                input.colleges());
        return Answer.done(
                sheet.page(input.module()),
                "/departement/catalogue/" + input.module() + "#offer",
                drawing.texts().text(input.colleges() ? "offer.left" : "offer.kept", title));
    }
}
