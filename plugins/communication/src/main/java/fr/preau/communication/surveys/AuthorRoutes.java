package fr.preau.communication.surveys;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.NoInput;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.communication.lists.PageInput;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The addresses for authors: what they have begun, begin one more, change its frame. */
final class AuthorRoutes {

    static final Callers AUTHORS = Callers.profiles(Profile.TEACHER, Profile.STAFF);

    private final Directory directory;
    private final Authoring authoring;
    private final AuthorView view;
    private final SurveyList list;
    private final NewIds ids;
    private final Clock clock;
    private final StaticTemplates templates = new StaticTemplates();

    AuthorRoutes(
            Directory directory,
            Authoring authoring,
            AuthorView view,
            SurveyList list,
            NewIds ids,
            Clock clock) {
        this.directory = directory;
        this.authoring = authoring;
        this.view = view;
        this.list = list;
        this.ids = ids;
        this.clock = clock;
    }

    List<Route<?, ?>> routes() {
        return List.of(own(), form(), begin(), rewriting(), rewrite());
    }

    private Route<PageInput, SurveysPage> own() {
        return Route.get("/surveys/mine")
                .takes(PageInput.class)
                .shows(SurveysPage.class)
                .allows(AUTHORS)
                .drawnBy(this::drawList)
                .handledBy(
                        (request, input) ->
                                Answer.show(list.own(request.caller(), input.number())));
    }

    private Route<NoInput, SurveyFormPage> form() {
        return Route.get("/surveys/new")
                .shows(SurveyFormPage.class)
                .allows(AUTHORS)
                .drawnBy(this::drawForm)
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        formOf(request)
                                                .page(
                                                        SurveyInput.NOTHING,
                                                        Violations.none(),
                                                        ids.next())));
    }

    private Route<SurveyInput, SurveyFormPage> begin() {
        return Route.post("/surveys/new")
                .takes(SurveyInput.class)
                .shows(SurveyFormPage.class)
                .allows(AUTHORS)
                .drawnBy(this::drawForm)
                .whenInvalid(
                        (request, input, violations) ->
                                formOf(request).page(input, violations, keyOf(input)))
                .handledBy(this::begin);
    }

    private Answer<SurveyFormPage> begin(Request request, SurveyInput input) {
        SurveyForm form = formOf(request);
        UUID key = keyOf(input);
        Violations violations = form.problems(input);
        SurveyFormPage page = form.page(input, violations, key);
        if (!violations.isEmpty()) {
            return Answer.tryAgain(page, violations);
        }
        authoring.begin(request.caller(), form.draft(input), key);
        String location = "/surveys/" + key + "/edit";
        return Answer.done(page.made(location), location, Wording.of("surveys.notice.begun"));
    }

    private SurveyForm formOf(Request request) {
        Profile profile = request.caller().profile();
        return new SurveyForm(
                profile,
                profile == Profile.TEACHER
                        ? directory.classesOf(request.caller().person())
                        : directory.classes(),
                clock.instant());
    }

    private UUID keyOf(SurveyInput input) {
        return input.key() == null ? ids.next() : input.key();
    }

    private Route<SurveyId, SurveyFormPage> rewriting() {
        return Route.get("/surveys/{survey}/settings")
                .takes(SurveyId.class)
                .shows(SurveyFormPage.class)
                .allows(AUTHORS)
                .drawnBy(this::drawSettings)
                .handledBy(
                        (request, input) -> {
                            Survey survey = authoring.own(request.caller(), input.survey());
                            return Answer.show(
                                    formOf(request)
                                            .page(
                                                    view.asTyped(survey),
                                                    Violations.none(),
                                                    survey.id()));
                        });
    }

    private Route<SettingsInput, SurveyFormPage> rewrite() {
        return Route.post("/surveys/{survey}/settings")
                .takes(SettingsInput.class)
                .shows(SurveyFormPage.class)
                .allows(AUTHORS)
                .drawnBy(this::drawSettings)
                .handledBy(this::rewrite);
    }

    private Answer<SurveyFormPage> rewrite(Request request, SettingsInput input) {
        Survey survey = authoring.own(request.caller(), input.survey());
        SurveyForm form = formOf(request);
        SurveyInput typed = input.with(view.asTyped(survey));
        Violations violations = form.problemsOfSettings(typed);
        SurveyFormPage page = form.page(typed, violations, survey.id());
        if (!violations.isEmpty()) {
            return Answer.tryAgain(page, violations);
        }
        authoring.rewrite(request.caller(), survey.id(), form.draft(typed));
        return Answer.done(
                page, "/surveys/" + survey.id() + "/edit", Wording.of("surveys.notice.rewritten"));
    }

    private Screen drawForm(SurveyFormPage page, PageContext context) {
        return new Screen(context.text("surveys.new.title"), templates.surveyForm(page, context));
    }

    private Screen drawSettings(SurveyFormPage page, PageContext context) {
        return new Screen(
                context.text("surveys.settings.title"), templates.surveySettings(page, context));
    }

    private Screen drawList(SurveysPage page, PageContext context) {
        return new Screen(context.text("surveys.mine"), templates.surveys(page, context));
    }
}
