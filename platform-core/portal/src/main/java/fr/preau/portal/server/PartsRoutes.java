package fr.preau.portal.server;

import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Route;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.pages.PartsPage;
import java.time.Clock;
import java.util.List;

/** The living page of parts, in demo mode only. */
final class PartsRoutes {

    private final Drawing drawing;
    private final Clock clock;

    PartsRoutes(Drawing drawing, Clock clock) {
        this.drawing = drawing;
        this.clock = clock;
    }

    List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/parts")
                        .shows(PartsPage.class)
                        .allows(Callers.anyone())
                        .drawnBy((page, context) -> drawing.screens().parts(page, context))
                        .handledBy(
                                (request, input) -> Answer.show(new PartsPage(clock.instant()))));
    }
}
