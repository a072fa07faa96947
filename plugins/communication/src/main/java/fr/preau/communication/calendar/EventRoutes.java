package fr.preau.communication.calendar;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.communication.calendar.EventPages.Seen;
import fr.preau.communication.safety.WritingGuard;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The addresses for entering events and changing them. */
final class EventRoutes {

    private final Callers callers;
    private final Directory directory;
    private final EventPages events;
    private final Planning planning;
    private final WritingGuard guard;
    private final NewIds ids;
    private final StaticTemplates templates = new StaticTemplates();

    EventRoutes(
            Callers callers,
            Directory directory,
            EventPages events,
            Planning planning,
            WritingGuard guard,
            NewIds ids) {
        this.callers = callers;
        this.directory = directory;
        this.events = events;
        this.planning = planning;
        this.guard = guard;
        this.ids = ids;
    }

    List<Route<?, ?>> routes() {
        return List.of(
                begin(),
                enter(),
                edit(),
                change(),
                act("/calendar/events/{event}/cancel", this::cancel),
                act("/calendar/events/{event}/restore", this::restore),
                act("/calendar/events/{event}/delete", this::delete));
    }

    private Viewer viewer(Request request) {
        return Viewer.of(request.caller(), directory);
    }

    private Route<NewEventInput, EventFormPage> begin() {
        return Route.get("/calendar/new")
                .takes(NewEventInput.class)
                .shows(EventFormPage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        new EventForm(viewer(request), ids)
                                                .fresh(input.day(), input.kind())));
    }

    private Route<EventInput, EventFormPage> enter() {
        return Route.post("/calendar/events")
                .takes(EventInput.class)
                .shows(EventFormPage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .whenInvalid(this::again)
                .handledBy(this::enter);
    }

    private Answer<EventFormPage> enter(Request request, EventInput input) {
        Viewer viewer = viewer(request);
        EventForm form = new EventForm(viewer, ids);
        if (input.kind() != null && !viewer.kinds().contains(input.kind())) {
            throw Refusal.forbidden();
        }
        PlanCheck check = new PlanCheck(viewer, input, form.kind(input.kind()));
        Optional<Plan> plan = check.plan();
        Violations problems = problems(request, check, form.kind(input.kind()));
        if (plan.isEmpty() || !problems.isEmpty()) {
            return Answer.tryAgain(form.again(input, null, false, problems), problems);
        }
        UUID key = input.key() == null ? ids.next() : input.key();
        UUID event = planning.enter(viewer, plan.get(), key);
        return Answer.done(
                form.again(input, null, false, Violations.none()),
                "/calendar/events/" + event,
                Wording.of("calendar.notice.entered"));
    }

    /** What is of others as well is read by others: it is not entered while writing is closed. */
    private Violations problems(Request request, PlanCheck check, EventKind kind) {
        return kind == EventKind.PERSONAL
                ? check.violations()
                : check.violations().and(guard.problems(request.caller()));
    }

    private Route<EventDay, EventFormPage> edit() {
        return Route.get("/calendar/events/{event}/edit")
                .takes(EventDay.class)
                .shows(EventFormPage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            Viewer viewer = viewer(request);
                            Seen seen = changeable(viewer, input.event());
                            return Answer.show(
                                    new EventForm(viewer, ids).of(seen.event(), seen.classes()));
                        });
    }

    private Seen changeable(Viewer viewer, UUID event) {
        Seen seen = events.seen(viewer, event);
        if (!viewer.changes(seen.event(), seen.classes())) {
            throw Refusal.forbidden();
        }
        return seen;
    }

    private Route<EventInput, EventFormPage> change() {
        return Route.post("/calendar/events/{event}")
                .takes(EventInput.class)
                .shows(EventFormPage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .whenInvalid(this::again)
                .handledBy(this::change);
    }

    private Answer<EventFormPage> change(Request request, EventInput input) {
        Viewer viewer = viewer(request);
        UUID id = Objects.requireNonNull(input.event());
        EventKind kind = changeable(viewer, id).event().kind();
        EventForm form = new EventForm(viewer, ids);
        PlanCheck check = new PlanCheck(viewer, input, kind);
        Optional<Plan> plan = check.plan();
        Violations problems = problems(request, check, kind);
        if (plan.isEmpty() || !problems.isEmpty()) {
            return Answer.tryAgain(form.again(input, kind, false, problems), problems);
        }
        int seen = Objects.requireNonNullElse(input.revision(), 0);
        if (!planning.change(viewer, id, plan.get(), seen)) {
            Violations outdated =
                    Violations.of("revision", Wording.of("calendar.problem.outdated"));
            return Answer.tryAgain(form.again(input, kind, true, outdated), outdated);
        }
        return Answer.done(
                form.again(input, kind, false, Violations.none()),
                "/calendar/events/" + id,
                Wording.of("calendar.notice.changed"));
    }

    /** What could not even be read, such as a date. */
    private EventFormPage again(Request request, EventInput input, Violations violations) {
        Viewer viewer = viewer(request);
        EventKind kind =
                input.event() == null ? null : changeable(viewer, input.event()).event().kind();
        return new EventForm(viewer, ids).again(input, kind, false, violations);
    }

    /** One act on an event, without a form to fill in. */
    private interface Act {
        Answer<EventDone> on(Viewer viewer, EventDay event);
    }

    private Route<EventDay, EventDone> act(String address, Act act) {
        return Route.post(address)
                .takes(EventDay.class)
                .shows(EventDone.class)
                .allows(callers)
                .drawnBy(
                        (done, context) ->
                                new Screen(
                                        context.text("calendar.title"),
                                        context.parts()
                                                .quietAction(
                                                        context.text("calendar.back"),
                                                        context.href("/calendar"))))
                .handledBy((request, input) -> act.on(viewer(request), input));
    }

    private Answer<EventDone> cancel(Viewer viewer, EventDay event) {
        if (event.day() == null) {
            planning.cancel(viewer, event.event());
        } else {
            planning.cancel(viewer, event.event(), event.day());
        }
        return done(event, event.address(), null);
    }

    private Answer<EventDone> restore(Viewer viewer, EventDay event) {
        if (event.day() == null) {
            planning.restore(viewer, event.event());
        } else {
            planning.restore(viewer, event.event(), event.day());
        }
        return done(event, event.address(), null);
    }

    private Answer<EventDone> delete(Viewer viewer, EventDay event) {
        planning.delete(viewer, event.event());
        return done(event, "/calendar", Wording.of("calendar.notice.deleted"));
    }

    private static Answer<EventDone> done(
            EventDay event, String location, @Nullable String notice) {
        EventDone done = new EventDone(event.event());
        return notice == null ? Answer.done(done, location) : Answer.done(done, location, notice);
    }

    private Screen draw(EventFormPage page, PageContext context) {
        return new Screen(
                context.text(page.event() == null ? "calendar.new" : "calendar.edit.title"),
                templates.calendarForm(page, context));
    }
}
