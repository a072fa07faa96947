package fr.preau.communication.appointments;

import fr.preau.api.document.Documents;
import fr.preau.api.files.Download;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.school.Profile;
import fr.preau.communication.lists.PageInput;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.util.List;

/** The addresses that show meetings to the school, and the list that everybody has. */
final class SchoolRoutes {

    private static final Callers EVERYBODY =
            Callers.profiles(Profile.GUARDIAN, Profile.TEACHER, Profile.STAFF);

    private final MeetingList list;
    private final Schools schools;
    private final Opening opening;
    private final Closing closing;
    private final Documents documents;
    private final StaticTemplates templates = new StaticTemplates();

    SchoolRoutes(
            MeetingList list,
            Schools schools,
            Opening opening,
            Closing closing,
            Documents documents) {
        this.list = list;
        this.schools = schools;
        this.opening = opening;
        this.closing = closing;
        this.documents = documents;
    }

    List<Route<?, ?>> routes() {
        return List.of(list(), meeting(), plan(), renew(), cancel());
    }

    private Route<PageInput, MeetingsPage> list() {
        return Route.get("/meetings")
                .takes(PageInput.class)
                .shows(MeetingsPage.class)
                .allows(EVERYBODY)
                .drawnBy(this::drawList)
                .handledBy(
                        (request, input) ->
                                Answer.show(list.page(request.caller(), input.number())));
    }

    private Route<MeetingId, MeetingPage> meeting() {
        return Route.get("/meetings/{meeting}")
                .takes(MeetingId.class)
                .shows(MeetingPage.class)
                .allows(SchoolRoles.HOSTS)
                .drawnBy(this::drawMeeting)
                .handledBy(
                        (request, input) ->
                                Answer.show(schools.meeting(request.caller(), input.meeting())));
    }

    private Route<MeetingId, Download> plan() {
        return Route.get("/meetings/{meeting}/plan.pdf")
                .takes(MeetingId.class)
                .sendsFile()
                .allows(SchoolRoles.HOSTS)
                .handledBy(
                        (request, input) ->
                                Download.save(
                                        "plan.pdf",
                                        documents.pdf(
                                                PlanOnPaper.of(
                                                        schools.plan(
                                                                request.caller(),
                                                                input.meeting())))));
    }

    private Route<MeetingId, MeetingPage> renew() {
        return Route.post("/meetings/{meeting}/teachers")
                .takes(MeetingId.class)
                .shows(MeetingPage.class)
                .allows(SchoolRoles.IN_CHARGE)
                .drawnBy(this::drawMeeting)
                .handledBy(this::renew);
    }

    private Answer<MeetingPage> renew(Request request, MeetingId input) {
        int more = opening.renew(schools.changeable(request.caller(), input.meeting()));
        return Answer.done(
                schools.meeting(request.caller(), input.meeting()),
                "/meetings/" + input.meeting(),
                Wording.of("appointments.notice.renewed", more));
    }

    private Route<MeetingId, MeetingsPage> cancel() {
        return Route.post("/meetings/{meeting}/cancel")
                .takes(MeetingId.class)
                .shows(MeetingsPage.class)
                .allows(SchoolRoles.HOSTS)
                .drawnBy(this::drawList)
                .handledBy(this::cancel);
    }

    private Answer<MeetingsPage> cancel(Request request, MeetingId input) {
        closing.cancel(schools.changeable(request.caller(), input.meeting()));
        return Answer.done(
                list.page(request.caller(), 1),
                "/meetings",
                Wording.of("appointments.notice.removed"));
    }

    private Screen drawList(MeetingsPage page, PageContext context) {
        return new Screen(context.text("appointments.title"), templates.meetings(page, context));
    }

    private Screen drawMeeting(MeetingPage page, PageContext context) {
        return new Screen(page.title(), templates.meeting(page, context));
    }
}
