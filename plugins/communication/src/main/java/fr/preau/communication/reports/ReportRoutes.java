package fr.preau.communication.reports;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import fr.preau.communication.safety.Judges;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The addresses at which messages are reported, and reports are judged. */
final class ReportRoutes {

    private static final Callers READERS =
            Callers.profiles(Profile.PUPIL, Profile.GUARDIAN, Profile.TEACHER, Profile.STAFF);

    private static final int LONGEST_NOTE = 1000;

    private final Reporting reporting;
    private final Judging judging;
    private final ReportStates states;
    private final StaticTemplates templates = new StaticTemplates();

    ReportRoutes(Reporting reporting, Judging judging, ReportStates states) {
        this.reporting = reporting;
        this.judging = judging;
        this.states = states;
    }

    List<Route<?, ?>> routes() {
        return List.of(
                Route.post("/messages/{conversation}/reports")
                        .takes(ReportInput.OfMessage.class)
                        .shows(ReportedPage.class)
                        .allows(READERS)
                        .drawnBy(this::draw)
                        .handledBy(this::report),
                Route.get("/reports/{report}")
                        .takes(ReportInput.Own.class)
                        .shows(ReportedPage.class)
                        .allows(READERS)
                        .drawnBy(this::draw)
                        .handledBy(
                                (request, input) ->
                                        Answer.show(own(request, input.report(), null))),
                Route.post("/reports/{report}/reason")
                        .takes(ReportInput.Because.class)
                        .shows(ReportedPage.class)
                        .allows(READERS)
                        .drawnBy(this::draw)
                        .handledBy(this::because),
                Route.get("/safety/reports")
                        .takes(ReportInput.Queue.class)
                        .shows(QueuePage.class)
                        .allows(Judges.CALLERS)
                        .drawnBy(this::draw)
                        .handledBy(
                                (request, input) ->
                                        Answer.show(
                                                judging.queue(
                                                        request.caller(),
                                                        input.view(),
                                                        input.number()))),
                Route.get("/safety/reports/{report}")
                        .takes(ReportInput.Own.class)
                        .shows(CasePage.class)
                        .allows(Judges.CALLERS)
                        .drawnBy(this::draw)
                        .handledBy(
                                (request, input) ->
                                        Answer.show(
                                                judging.show(request.caller(), input.report()))),
                Route.get("/safety/reports/{report}/check")
                        .takes(ReportInput.Own.class)
                        .shows(CasePage.class)
                        .allows(Judges.CALLERS)
                        .drawnBy(this::draw)
                        .handledBy(
                                (request, input) ->
                                        Answer.show(
                                                judging.showChecked(
                                                        request.caller(), input.report()))),
                Route.get("/safety/reports/{report}/files/{attachment}")
                        .takes(ReportInput.OfFile.class)
                        .sendsFile()
                        .allows(Judges.CALLERS)
                        .handledBy(
                                (request, input) ->
                                        judging.file(
                                                request.caller(),
                                                input.report(),
                                                input.attachment())),
                Route.post("/safety/reports/{report}/messages")
                        .takes(ReportInput.Own.class)
                        .shows(CasePage.class)
                        .allows(Callers.staff(StaffFunction.PRINCIPAL))
                        .drawnBy(this::draw)
                        .handledBy(this::withdrawBurst),
                Route.post("/safety/reports/{report}/closing")
                        .takes(ReportInput.Closing.class)
                        .shows(CasePage.class)
                        .allows(Judges.CALLERS)
                        .drawnBy(this::draw)
                        .handledBy(this::close),
                Route.post("/safety/reports/{report}/return")
                        .takes(ReportInput.Own.class)
                        .shows(CasePage.class)
                        .allows(Judges.CALLERS)
                        .drawnBy(this::draw)
                        .handledBy(this::giveBack),
                Route.post("/safety/reports/{report}/lift")
                        .takes(ReportInput.Own.class)
                        .shows(CasePage.class)
                        .allows(Callers.staff(StaffFunction.PRINCIPAL))
                        .drawnBy(this::draw)
                        .handledBy(this::lift));
    }

    private Answer<ReportedPage> report(Request request, ReportInput.OfMessage input) {
        if (input.message() == null) {
            throw Refusal.notFound();
        }
        UUID report = reporting.report(request.caller(), input.conversation(), input.message());
        return Answer.done(own(request, report, null), "/reports/" + report);
    }

    private ReportedPage own(Request request, UUID report, @Nullable String typed) {
        return states.own(request.caller(), report, typed);
    }

    private Answer<ReportedPage> because(Request request, ReportInput.Because input) {
        ReportedPage page = own(request, input.report(), input.why());
        if (!page.violations().isEmpty()) {
            return Answer.tryAgain(page, page.violations());
        }
        reporting.because(request.caller(), input.report(), input.why());
        return Answer.done(page, "/reports/" + input.report(), Wording.of("report.because.kept"));
    }

    private Answer<CasePage> close(Request request, ReportInput.Closing input) {
        Violations violations = wrong(input);
        if (!violations.isEmpty() || input.outcome() == null) {
            return Answer.tryAgain(judging.show(request.caller(), input.report()), violations);
        }
        CasePage page =
                judging.close(request.caller(), input.report(), input.outcome(), input.noted());
        return Answer.done(page, "/safety/reports", Wording.of("report.closed"));
    }

    private static Violations wrong(ReportInput.Closing input) {
        if (input.outcome() == null || !input.outcome().isChosen()) {
            return Violations.of("outcome", Wording.of("report.problem.outcome"));
        }
        return input.noted().length() > LONGEST_NOTE
                ? Violations.of("note", Wording.of("report.problem.note", LONGEST_NOTE))
                : Violations.none();
    }

    private Answer<CasePage> giveBack(Request request, ReportInput.Own input) {
        CasePage page = judging.giveBack(request.caller(), input.report());
        return Answer.done(page, page.address(), Wording.of("report.given-back"));
    }

    private Answer<CasePage> withdrawBurst(Request request, ReportInput.Own input) {
        CasePage page = judging.withdrawBurst(request.caller(), input.report());
        return Answer.done(page, page.address(), Wording.of("burst.withdrawn"));
    }

    private Answer<CasePage> lift(Request request, ReportInput.Own input) {
        CasePage page = judging.lift(request.caller(), input.report());
        return Answer.done(page, page.address(), Wording.of("burst.lifted"));
    }

    private Screen draw(ReportedPage page, PageContext context) {
        return new Screen(context.text("report.title"), templates.reported(page, context));
    }

    private Screen draw(QueuePage page, PageContext context) {
        return new Screen(context.text("reports.title"), templates.reports(page, context));
    }

    private Screen draw(CasePage page, PageContext context) {
        return new Screen(
                context.text("case.title", page.authorName()), templates.reportCase(page, context));
    }
}
