package fr.preau.portal.administration;

import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.school.College;
import fr.preau.api.school.Profile;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.dispatch.Administrators;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.dispatch.Visit;
import fr.preau.portal.pages.CollegeSettingsPage;
import java.util.List;

/**
 * The page on which a collège's settings stand together. It shows where each leads; who may do what
 * there, each of them sees to itself.
 */
public final class SettingsRoutes {

    private static final Callers CALLERS = Callers.profiles(Profile.STAFF);

    private final Tenants tenants;
    private final Drawing drawing;

    public SettingsRoutes(Tenants tenants, Drawing drawing) {
        this.tenants = tenants;
        this.drawing = drawing;
    }

    private record OfCollege(String college) {}

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/colleges/{college}/settings")
                        .takes(OfCollege.class)
                        .shows(CollegeSettingsPage.class)
                        .allows(CALLERS)
                        .drawnBy(
                                (page, context) -> drawing.administration().settings(page, context))
                        .handledBy(
                                (request, input) -> Answer.show(page(request, input.college()))));
    }

    private CollegeSettingsPage page(Request request, String slug) {
        Visit visit = Visit.of(request);
        College college = Administrators.enter(visit, tenants, slug, CALLERS).college();
        return new CollegeSettingsPage(
                college.slug(), college.name(), drawing.menu().settings(visit.person(), college));
    }
}
