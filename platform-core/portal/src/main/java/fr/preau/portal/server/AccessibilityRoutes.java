package fr.preau.portal.server;

import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Route;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.pages.AccessibilityPage;
import java.util.List;

/** The accessibility declaration, which the foot of every page leads to. */
final class AccessibilityRoutes {

    private static final AccessibilityPage DECLARATION = new AccessibilityPage("RGAA 4.1", false);

    private final Drawing drawing;

    AccessibilityRoutes(Drawing drawing) {
        this.drawing = drawing;
    }

    List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/accessibilite")
                        .shows(AccessibilityPage.class)
                        .allows(Callers.anyone())
                        .drawnBy((page, context) -> drawing.screens().accessibility(page, context))
                        .handledBy((request, input) -> Answer.show(DECLARATION)));
    }
}
