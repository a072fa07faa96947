package fr.preau.communication.reports;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.school.Profile;
import fr.preau.communication.safety.Judges;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.util.List;
import java.util.UUID;

/**
 * The addresses at which what was published is reported, and at which the school takes it, or a
 * message that it has received, from everybody without waiting for a report.
 */
final class PublishedRoutes {

    private static final Callers READERS =
            Callers.profiles(Profile.PUPIL, Profile.GUARDIAN, Profile.TEACHER, Profile.STAFF);

    private final Reporting reporting;
    private final WithdrawingUnasked withdrawing;
    private final ReportStates states;
    private final Judging judging;
    private final StaticTemplates templates = new StaticTemplates();

    PublishedRoutes(
            Reporting reporting,
            WithdrawingUnasked withdrawing,
            ReportStates states,
            Judging judging) {
        this.reporting = reporting;
        this.withdrawing = withdrawing;
        this.states = states;
        this.judging = judging;
    }

    List<Route<?, ?>> routes() {
        return List.of(
                Route.post("/published/{kind}/{thing}/reports")
                        .takes(ReportInput.OfPublication.class)
                        .shows(ReportedPage.class)
                        .allows(READERS)
                        .drawnBy(this::draw)
                        .handledBy(this::report),
                Route.post("/published/{kind}/{thing}/withdrawal")
                        .takes(ReportInput.OfPublication.class)
                        .shows(CasePage.class)
                        .allows(Judges.CALLERS)
                        .drawnBy(this::draw)
                        .handledBy(
                                (request, input) ->
                                        withdrawn(
                                                request,
                                                withdrawing.publication(
                                                        request.caller(),
                                                        input.kind(),
                                                        input.thing()))),
                Route.post("/messages/{conversation}/withdrawal")
                        .takes(ReportInput.OfMessage.class)
                        .shows(CasePage.class)
                        .allows(Judges.CALLERS)
                        .drawnBy(this::draw)
                        .handledBy(this::withdraw),
                Route.post("/sent/{letter}/withdrawal")
                        .takes(ReportInput.OfOwn.class)
                        .shows(OwnWithdrawal.class)
                        .allows(READERS)
                        .drawnBy(
                                (page, context) ->
                                        new Screen(
                                                context.text("withdraw.title"),
                                                context.parts()
                                                        .quietAction(
                                                                context.text("back.sent"),
                                                                context.href("/sent"))))
                        .handledBy(this::withdrawOwn));
    }

    /** Who answers for the school takes it away at once; others ask for it. */
    private Answer<OwnWithdrawal> withdrawOwn(Request request, ReportInput.OfOwn input) {
        boolean judge = Judges.isOne(request.caller());
        if (judge) {
            withdrawing.ownLetter(request.caller(), input.letter());
        } else {
            reporting.ask(request.caller(), input.letter());
        }
        return Answer.done(
                new OwnWithdrawal(input.letter(), judge),
                "/sent/" + input.letter(),
                Wording.of(judge ? "withdrawn.done" : "own.asked.done"));
    }

    private Answer<ReportedPage> report(Request request, ReportInput.OfPublication input) {
        UUID report = reporting.report(request.caller(), input.kind(), input.thing());
        return Answer.done(states.own(request.caller(), report, null), "/reports/" + report);
    }

    private Answer<CasePage> withdraw(Request request, ReportInput.OfMessage input) {
        if (input.message() == null) {
            throw Refusal.notFound();
        }
        return withdrawn(
                request,
                withdrawing.message(request.caller(), input.conversation(), input.message()));
    }

    private Answer<CasePage> withdrawn(Request request, UUID report) {
        CasePage page = judging.show(request.caller(), report);
        return Answer.done(page, page.address(), Wording.of("withdrawn.done"));
    }

    private Screen draw(ReportedPage page, PageContext context) {
        return new Screen(context.text("report.title"), templates.reported(page, context));
    }

    private Screen draw(CasePage page, PageContext context) {
        return new Screen(
                context.text("case.title", page.authorName()), templates.reportCase(page, context));
    }
}
