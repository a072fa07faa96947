package fr.preau.canteen.tariff;

import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Route;
import fr.preau.canteen.place.WhoRuns;
import fr.preau.canteen.templates.StaticTemplates;
import java.util.List;

/** The page on which families learn what a meal costs, before they sign in. */
final class SimulatorRoutes {

    private final Callers callers;
    private final Simulator simulator;
    private final WhoRuns who;
    private final StaticTemplates templates = new StaticTemplates();

    SimulatorRoutes(Callers callers, Simulator simulator, WhoRuns who) {
        this.callers = callers;
        this.simulator = simulator;
        this.who = who;
    }

    List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/simulator")
                        .takes(SimulatorInput.class)
                        .shows(SimulatorPage.class)
                        .allows(callers)
                        .drawnBy(
                                (page, context) ->
                                        new Screen(
                                                context.text("simulator.title"),
                                                templates.simulator(page, context)))
                        .handledBy(
                                (request, input) -> {
                                    SimulatorPage page =
                                            simulator.page(input, who.fixesHere(request));
                                    return page.violations().isEmpty()
                                            ? Answer.show(page)
                                            : Answer.tryAgain(page, page.violations());
                                }));
    }
}
