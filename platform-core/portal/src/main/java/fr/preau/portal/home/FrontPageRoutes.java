package fr.preau.portal.home;

import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Route;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.dispatch.PublicPages;
import fr.preau.portal.pages.FrontPagesPage;
import fr.preau.portal.pages.FrontPagesPage.Front;
import java.util.List;

/** Where everybody finds the front pages of the collèges; it asks the database nothing. */
public final class FrontPageRoutes {

    private final Tenants tenants;
    private final PublicPages pages;
    private final Drawing drawing;

    public FrontPageRoutes(Tenants tenants, ModuleGate gate, Drawing drawing) {
        this.tenants = tenants;
        this.pages = new PublicPages(gate);
        this.drawing = drawing;
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/decouvrir")
                        .shows(FrontPagesPage.class)
                        .allows(Callers.anyone())
                        .drawnBy((page, context) -> drawing.screens().frontPages(page, context))
                        .handledBy((request, input) -> Answer.show(page())));
    }

    private FrontPagesPage page() {
        return new FrontPagesPage(
                tenants.all().stream()
                        .filter(Tenant::isOpen)
                        .flatMap(
                                tenant ->
                                        pages
                                                .of(tenant)
                                                .map(
                                                        href ->
                                                                new Front(
                                                                        tenant.college().name(),
                                                                        tenant.college().commune(),
                                                                        href))
                                                .stream())
                        .toList());
    }
}
