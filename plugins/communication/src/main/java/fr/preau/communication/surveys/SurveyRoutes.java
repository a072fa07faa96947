package fr.preau.communication.surveys;

import fr.preau.api.files.Download;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.util.List;
import java.util.UUID;

/** The addresses of one survey for its author: its questions, publish, remind, results. */
final class SurveyRoutes {

    private final Authoring authoring;
    private final Publishing publishing;
    private final AuthorView view;
    private final SurveyList list;
    private final StaticTemplates templates = new StaticTemplates();

    SurveyRoutes(Authoring authoring, Publishing publishing, AuthorView view, SurveyList list) {
        this.authoring = authoring;
        this.publishing = publishing;
        this.view = view;
        this.list = list;
    }

    List<Route<?, ?>> routes() {
        return List.of(
                show(),
                addQuestion(),
                act("/questions/remove", this::removeQuestion, "surveys.notice.removed"),
                act("/publish", simple(publishing::publish), "surveys.notice.published"),
                act("/draft", simple(authoring::takeBack), "surveys.notice.draft"),
                act("/asked", simple(publishing::renew), "surveys.notice.renewed"),
                act("/close", simple(authoring::close), "surveys.notice.closed"),
                remind(),
                delete(),
                file());
    }

    private Route<SurveyId, SurveyPage> show() {
        return Route.get("/surveys/{survey}/edit")
                .takes(SurveyId.class)
                .shows(SurveyPage.class)
                .allows(AuthorRoutes.AUTHORS)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        view.page(
                                                request.caller(),
                                                input.survey(),
                                                null,
                                                Violations.none())));
    }

    private Route<QuestionInput, SurveyPage> addQuestion() {
        return Route.post("/surveys/{survey}/edit")
                .takes(QuestionInput.class)
                .shows(SurveyPage.class)
                .allows(AuthorRoutes.AUTHORS)
                .drawnBy(this::draw)
                .whenInvalid(
                        (request, input, violations) ->
                                view.page(request.caller(), input.survey(), input, violations))
                .handledBy(
                        (request, input) -> {
                            Violations violations = input.problems();
                            if (!violations.isEmpty()) {
                                return Answer.tryAgain(
                                        view.page(
                                                request.caller(),
                                                input.survey(),
                                                input,
                                                violations),
                                        violations);
                            }
                            authoring.add(request.caller(), input.survey(), input.draft());
                            return done(request, input.survey(), "surveys.notice.added");
                        });
    }

    /** Something that an author does with a survey. */
    private interface Act {
        void by(Caller author, QuestionInput input);
    }

    /** One that needs to know which survey, and nothing else. */
    private interface Simple {
        void by(Caller author, UUID survey);
    }

    private static Act simple(Simple act) {
        return (author, input) -> act.by(author, input.survey());
    }

    private Route<QuestionInput, SurveyPage> act(String below, Act act, String notice) {
        return Route.post("/surveys/{survey}" + below)
                .takes(QuestionInput.class)
                .shows(SurveyPage.class)
                .allows(AuthorRoutes.AUTHORS)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            act.by(request.caller(), input);
                            return done(request, input.survey(), notice);
                        });
    }

    private void removeQuestion(Caller author, QuestionInput input) {
        authoring.remove(author, input.survey(), input.question());
    }

    private Route<SurveyId, SurveyPage> remind() {
        return Route.post("/surveys/{survey}/remind")
                .takes(SurveyId.class)
                .shows(SurveyPage.class)
                .allows(AuthorRoutes.AUTHORS)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            int people = publishing.remind(request.caller(), input.survey());
                            return done(request, input.survey(), "surveys.notice.reminded", people);
                        });
    }

    private Route<SurveyId, SurveysPage> delete() {
        return Route.post("/surveys/{survey}/delete")
                .takes(SurveyId.class)
                .shows(SurveysPage.class)
                .allows(AuthorRoutes.AUTHORS)
                .drawnBy(this::drawList)
                .handledBy(
                        (request, input) -> {
                            authoring.delete(request.caller(), input.survey());
                            return Answer.done(
                                    list.own(request.caller(), 1),
                                    "/surveys/mine",
                                    Wording.of("surveys.notice.deleted"));
                        });
    }

    private Route<SurveyId, Download> file() {
        return Route.get("/surveys/{survey}/results.csv")
                .takes(SurveyId.class)
                .sendsFile()
                .allows(AuthorRoutes.AUTHORS)
                .handledBy((request, input) -> view.file(request.caller(), input.survey()));
    }

    private Answer<SurveyPage> done(
            Request request, UUID survey, String notice, Object... arguments) {
        return Answer.done(
                view.page(request.caller(), survey, null, Violations.none()),
                "/surveys/" + survey + "/edit",
                Wording.of(notice, arguments));
    }

    private Screen draw(SurveyPage page, PageContext context) {
        return new Screen(page.title(), templates.surveyEdit(page, context));
    }

    private Screen drawList(SurveysPage page, PageContext context) {
        return new Screen(context.text("surveys.mine"), templates.surveys(page, context));
    }
}
