package fr.preau.communication.appointments;

import fr.preau.api.document.Documents;
import fr.preau.api.files.Download;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.communication.safety.WritingGuard;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.util.List;

/** The addresses of one host's plan, for the host and for those in charge. */
final class HostRoutes {

    private final Schools schools;
    private final HostPlans plans;
    private final HostDesk desk;
    private final WritingGuard guard;
    private final Documents documents;
    private final StaticTemplates templates = new StaticTemplates();

    HostRoutes(
            Schools schools,
            HostPlans plans,
            HostDesk desk,
            WritingGuard guard,
            Documents documents) {
        this.schools = schools;
        this.plans = plans;
        this.desk = desk;
        this.guard = guard;
        this.documents = documents;
    }

    List<Route<?, ?>> routes() {
        return List.of(
                show(),
                print(),
                change("/presence", desk::attend, "appointments.notice.presence"),
                change("/block", desk::block, "appointments.notice.block"),
                change("/book", desk::bookFor, "appointments.notice.bookedfor"),
                change("/remove", this::remove, "appointments.notice.cancelled"),
                again("/presence"),
                again("/block"),
                again("/book"));
    }

    private Route<HostId, HostPage> show() {
        return Route.get("/hosts/{host}")
                .takes(HostId.class)
                .shows(HostPage.class)
                .allows(SchoolRoles.HOSTS)
                .drawnBy(this::draw)
                .handledBy((request, input) -> Answer.show(page(request, input)));
    }

    private Route<HostId, Download> print() {
        return Route.get("/hosts/{host}/plan.pdf")
                .takes(HostId.class)
                .sendsFile()
                .allows(SchoolRoles.HOSTS)
                .handledBy(
                        (request, input) ->
                                Download.save(
                                        "plan.pdf",
                                        documents.pdf(
                                                PlanOnPaper.of(
                                                        schools.planOf(
                                                                request.caller(), input.host())))));
    }

    /** Something that is changed; what is wrong with it, if anything. */
    private interface Change {
        Violations by(Caller caller, HostInput input);
    }

    private Route<HostInput, HostPage> change(String below, Change change, String notice) {
        return Route.post("/hosts/{host}" + below)
                .takes(HostInput.class)
                .shows(HostPage.class)
                .allows(SchoolRoles.HOSTS)
                .drawnBy(this::draw)
                .whenInvalid(this::typedAgain)
                .handledBy(
                        (request, input) -> {
                            Violations closed =
                                    input.holdsWords()
                                            ? guard.problems(request.caller())
                                            : Violations.none();
                            Violations violations =
                                    closed.isEmpty() ? change.by(request.caller(), input) : closed;
                            HostPage page = typedAgain(request, input, violations);
                            return violations.isEmpty()
                                    ? Answer.done(
                                            page, "/hosts/" + input.host(), Wording.of(notice))
                                    : Answer.tryAgain(page, violations);
                        });
    }

    private Violations remove(Caller caller, HostInput input) {
        desk.cancel(caller, input);
        return Violations.none();
    }

    /** What was refused stands at this address; who loads it again is led to the plan. */
    private Route<HostId, HostPage> again(String below) {
        return Route.get("/hosts/{host}" + below)
                .takes(HostId.class)
                .shows(HostPage.class)
                .allows(SchoolRoles.HOSTS)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) ->
                                Answer.done(page(request, input), "/hosts/" + input.host()));
    }

    private HostPage page(Request request, HostId input) {
        return plans.page(request.caller(), input.host(), null, Violations.none());
    }

    private HostPage typedAgain(Request request, HostInput input, Violations violations) {
        return plans.page(
                request.caller(),
                input.host(),
                violations.isEmpty() ? null : input.note(),
                violations);
    }

    private Screen draw(HostPage page, PageContext context) {
        String name = page.name();
        return new Screen(
                name == null ? context.text("person.left") : name,
                templates.meetingHost(page, context));
    }
}
