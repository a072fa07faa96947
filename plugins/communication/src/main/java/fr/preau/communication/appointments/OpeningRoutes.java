package fr.preau.communication.appointments;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.NoInput;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.communication.safety.WritingGuard;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The addresses that open an evening for the teachers of some classes. */
final class OpeningRoutes {

    private final Directory directory;
    private final Opening opening;
    private final WritingGuard guard;
    private final NewIds ids;
    private final Clock clock;
    private final StaticTemplates templates = new StaticTemplates();

    OpeningRoutes(
            Directory directory, Opening opening, WritingGuard guard, NewIds ids, Clock clock) {
        this.directory = directory;
        this.opening = opening;
        this.guard = guard;
        this.ids = ids;
        this.clock = clock;
    }

    List<Route<?, ?>> routes() {
        return List.of(form(), open());
    }

    private Route<NoInput, MeetingFormPage> form() {
        return Route.get("/meetings/new")
                .shows(MeetingFormPage.class)
                .allows(SchoolRoles.IN_CHARGE)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        formNow()
                                                .page(
                                                        MeetingInput.NOTHING,
                                                        Violations.none(),
                                                        ids.next())));
    }

    private Route<MeetingInput, MeetingFormPage> open() {
        return Route.post("/meetings/new")
                .takes(MeetingInput.class)
                .shows(MeetingFormPage.class)
                .allows(SchoolRoles.IN_CHARGE)
                .drawnBy(this::draw)
                .whenInvalid(
                        (request, input, violations) ->
                                formNow().page(input, violations, keyOf(input)))
                .handledBy(this::open);
    }

    private Answer<MeetingFormPage> open(Request request, MeetingInput input) {
        MeetingForm form = formNow();
        UUID key = keyOf(input);
        Violations violations = form.problems(input).and(guard.problems(request.caller()));
        MeetingFormPage page = form.page(input, violations, key);
        if (!violations.isEmpty()) {
            return Answer.tryAgain(page, violations);
        }
        opening.evening(request.caller(), form.plan(input), key);
        String location = "/meetings/" + key;
        return Answer.done(page.made(location), location, Wording.of("appointments.notice.opened"));
    }

    private MeetingForm formNow() {
        return new MeetingForm(
                Meeting.Kind.EVENING, directory.classes(), List.of(), clock.instant());
    }

    private UUID keyOf(MeetingInput input) {
        return input.key() == null ? ids.next() : input.key();
    }

    private Screen draw(MeetingFormPage page, PageContext context) {
        return new Screen(
                context.text("appointments.new.title"), templates.meetingForm(page, context));
    }
}
