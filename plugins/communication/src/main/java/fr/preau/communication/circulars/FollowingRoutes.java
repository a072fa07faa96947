package fr.preau.communication.circulars;

import fr.preau.api.files.Download;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.NoInput;
import fr.preau.api.route.Route;
import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import fr.preau.communication.lists.PageInput;
import fr.preau.communication.templates.StaticTemplates;
import gg.jte.Content;
import java.util.List;

/** The addresses of those who follow how circulars are answered. */
final class FollowingRoutes {

    /** All of the staff find the list; who neither writes nor follows finds it empty. */
    private static final Callers STAFF = Callers.profiles(Profile.TEACHER, Profile.STAFF);

    private static final Callers CALLERS = Callers.profiles(Profile.STAFF);

    private static final Callers HEADS = Callers.staff(StaffFunction.PRINCIPAL, StaffFunction.CPE);

    private final Following following;
    private final CallList calls;
    private final Sealing sealing;
    private final Proving proving;
    private final Statistics statistics;
    private final StaticTemplates templates = new StaticTemplates();

    FollowingRoutes(
            Following following,
            CallList calls,
            Sealing sealing,
            Proving proving,
            Statistics statistics) {
        this.following = following;
        this.calls = calls;
        this.sealing = sealing;
        this.proving = proving;
        this.statistics = statistics;
    }

    List<Route<?, ?>> routes() {
        return List.of(
                list(),
                page(),
                missing(),
                numbers(),
                afterNumbers(),
                answers(),
                csv(),
                seal(),
                proof(),
                statistics());
    }

    private Route<PageInput, SentCircularsPage> list() {
        return Route.get("/circulars/sent")
                .takes(PageInput.class)
                .shows(SentCircularsPage.class)
                .allows(STAFF)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("circulars.sent.title"),
                                        templates.circularsSent(page, context)))
                .handledBy(
                        (request, input) ->
                                Answer.show(following.list(request.caller(), input.number())));
    }

    private Route<CircularInput, FollowPage> page() {
        return Route.get("/circulars/sent/{circular}")
                .takes(CircularInput.class)
                .shows(FollowPage.class)
                .allows(STAFF)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        page.circular().title(),
                                        templates.circularFollow(page, context)))
                .handledBy(
                        (request, input) ->
                                Answer.show(following.page(request.caller(), input.circular())));
    }

    private Route<FollowInput, MissingPage> missing() {
        return Route.get("/circulars/sent/{circular}/missing")
                .takes(FollowInput.class)
                .shows(MissingPage.class)
                .allows(STAFF)
                .drawnBy(
                        (page, context) ->
                                screen(
                                        "circulars.missing.title",
                                        page.circular(),
                                        context,
                                        templates.circularMissing(page, context)))
                .handledBy((request, input) -> Answer.show(calls.names(request.caller(), input)));
    }

    /** A POST, since who looks is written down. */
    private Route<FollowInput, CallsPage> numbers() {
        return Route.post("/circulars/sent/{circular}/calls")
                .takes(FollowInput.class)
                .shows(CallsPage.class)
                .allows(CALLERS)
                .drawnBy(this::drawNumbers)
                .handledBy((request, input) -> Answer.show(calls.numbers(request.caller(), input)));
    }

    /** Who loads the numbers again from an address alone is led to the names. */
    private Route<FollowInput, MissingPage> afterNumbers() {
        return Route.get("/circulars/sent/{circular}/calls")
                .takes(FollowInput.class)
                .shows(MissingPage.class)
                .allows(CALLERS)
                .drawnBy(
                        (page, context) ->
                                screen(
                                        "circulars.missing.title",
                                        page.circular(),
                                        context,
                                        templates.circularMissing(page, context)))
                .handledBy(
                        (request, input) -> {
                            MissingPage page = calls.names(request.caller(), input);
                            return Answer.done(page, page.address());
                        });
    }

    private Screen drawNumbers(CallsPage page, PageContext context) {
        return screen(
                "circulars.missing.title",
                page.circular(),
                context,
                templates.circularCalls(page, context));
    }

    private Route<FollowInput, AnswersPage> answers() {
        return Route.get("/circulars/sent/{circular}/answers")
                .takes(FollowInput.class)
                .shows(AnswersPage.class)
                .allows(STAFF)
                .drawnBy(
                        (page, context) ->
                                screen(
                                        "circulars.answers.title",
                                        page.circular(),
                                        context,
                                        templates.circularAnswers(page, context)))
                .handledBy(
                        (request, input) ->
                                Answer.show(following.answers(request.caller(), input)));
    }

    private Route<CircularInput, Download> csv() {
        return Route.get("/circulars/sent/{circular}/answers.csv")
                .takes(CircularInput.class)
                .sendsFile()
                .allows(STAFF)
                .handledBy(
                        (request, input) -> {
                            Circular circular =
                                    following.circular(request.caller(), input.circular());
                            return new AnswersFile(
                                            circular.questions(),
                                            following.given(circular).getResultList())
                                    .csv();
                        });
    }

    private Route<CircularInput, Download> proof() {
        return Route.get("/circulars/sent/{circular}/proof.pdf")
                .takes(CircularInput.class)
                .sendsFile()
                .allows(STAFF)
                .handledBy(
                        (request, input) -> proving.ofCircular(request.caller(), input.circular()));
    }

    private Route<CircularInput, SealPage> seal() {
        return Route.get("/circulars/sent/{circular}/seal")
                .takes(CircularInput.class)
                .shows(SealPage.class)
                .allows(STAFF)
                .drawnBy(
                        (page, context) ->
                                screen(
                                        "circulars.seal.title",
                                        page.circular(),
                                        context,
                                        templates.circularSeal(page, context)))
                .handledBy(
                        (request, input) -> {
                            Circular circular =
                                    following.circular(request.caller(), input.circular());
                            return Answer.show(
                                    sealing.check(circular, following.followed(circular)));
                        });
    }

    private Route<NoInput, StatisticsPage> statistics() {
        return Route.get("/circulars/statistics")
                .shows(StatisticsPage.class)
                .allows(HEADS)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("circulars.statistics.title"),
                                        templates.circularStatistics(page, context)))
                .handledBy((request, input) -> Answer.show(statistics.page()));
    }

    private static Screen screen(
            String title, FollowedCircular circular, PageContext context, Content body) {
        return new Screen(context.text(title, circular.title()), body);
    }
}
