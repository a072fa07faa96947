package fr.preau.canteen.service;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.page.Tone;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.NoInput;
import fr.preau.api.route.Route;
import fr.preau.api.school.Profile;
import fr.preau.canteen.templates.StaticTemplates;
import java.util.List;

/** The line itself, for whoever stands at it: its page, its list, and what its devices send. */
final class LineRoutes {

    /** Kitchens and assistants have no function of their own in the directory. */
    static final Callers STAFF = Callers.profiles(Profile.STAFF);

    private final Line line;
    private final LineDays days;
    private final StaticTemplates templates = new StaticTemplates();

    LineRoutes(Line line, LineDays days) {
        this.line = line;
        this.days = days;
    }

    List<Route<?, ?>> routes() {
        return List.of(page(), open(), take());
    }

    private Route<NoInput, LinePage> page() {
        return Route.get("/line")
                .shows(LinePage.class)
                .allows(STAFF)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("line.title"), templates.line(page, context)))
                .handledBy((request, input) -> Answer.show(new LinePage(days.today())));
    }

    private Route<DeviceInput, DayList> open() {
        return Route.post("/line/devices")
                .takes(DeviceInput.class)
                .shows(DayList.class)
                .allows(STAFF)
                .drawnBy((page, context) -> forDevices(context))
                .handledBy(
                        (request, input) ->
                                Answer.done(line.open(request, input.device()), "/line"));
    }

    private Route<EntriesInput, Synchronised> take() {
        return Route.post("/line/entries")
                .takes(EntriesInput.class)
                .shows(Synchronised.class)
                .allows(STAFF)
                .drawnBy((page, context) -> forDevices(context))
                .handledBy((request, input) -> Answer.done(line.take(request, input), "/line"));
    }

    /** Nobody comes here with a browser alone. */
    private static Screen forDevices(PageContext context) {
        return new Screen(
                context.text("line.title"),
                context.parts()
                        .banner(
                                Tone.NEUTRAL,
                                context.text("line.title"),
                                context.text("line.lead")));
    }
}
