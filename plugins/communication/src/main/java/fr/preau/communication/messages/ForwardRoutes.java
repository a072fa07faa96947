package fr.preau.communication.messages;

import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Route;
import fr.preau.communication.wording.Wording;
import java.util.List;

/** The address at which a message is handed on. */
final class ForwardRoutes {

    private final Callers callers;
    private final Forwarding forwarding;

    ForwardRoutes(Callers callers, Forwarding forwarding) {
        this.callers = callers;
        this.forwarding = forwarding;
    }

    List<Route<?, ?>> routes() {
        return List.of(forward());
    }

    private Route<ForwardInput, Forwarded> forward() {
        return Route.post("/messages/{conversation}/forward")
                .takes(ForwardInput.class)
                .shows(Forwarded.class)
                .allows(callers)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("draft.title"),
                                        context.parts().toast(context.text("notice.forward"))))
                .handledBy(
                        (request, input) -> {
                            Forwarded begun =
                                    new Forwarded(forwarding.begin(request.caller(), input));
                            return Answer.done(
                                    begun,
                                    "/messages/new?draft=" + begun.draft(),
                                    Wording.of("notice.forward"));
                        });
    }
}
