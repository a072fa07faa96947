package fr.preau.communication.surveys;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.communication.lists.PageInput;
import fr.preau.communication.reports.Evidence;
import fr.preau.communication.reports.Recourse;
import fr.preau.communication.safety.WritingGuard;
import fr.preau.communication.surveys.AnswerPage.Item;
import fr.preau.communication.surveys.AnswerPage.State;
import fr.preau.communication.surveys.Answering.Outcome;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The addresses for who is asked: the list, a survey, the answer. */
final class AnswerRoutes {

    private static final Callers EVERYBODY =
            Callers.profiles(Profile.PUPIL, Profile.GUARDIAN, Profile.TEACHER, Profile.STAFF);

    private final EntityManager entities;
    private final SurveyList list;
    private final Answering answering;
    private final Authoring authoring;
    private final WritingGuard guard;
    private final SurveyTimes times;
    private final StaticTemplates templates = new StaticTemplates();

    AnswerRoutes(
            EntityManager entities,
            SurveyList list,
            Answering answering,
            Authoring authoring,
            WritingGuard guard,
            SurveyTimes times) {
        this.entities = entities;
        this.list = list;
        this.answering = answering;
        this.authoring = authoring;
        this.guard = guard;
        this.times = times;
    }

    List<Route<?, ?>> routes() {
        return List.of(list(), show(), take());
    }

    private Route<PageInput, SurveysPage> list() {
        return Route.get("/surveys")
                .takes(PageInput.class)
                .shows(SurveysPage.class)
                .allows(EVERYBODY)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("surveys.title"),
                                        templates.surveys(page, context)))
                .handledBy(
                        (request, input) ->
                                Answer.show(list.asking(request.caller(), input.number())));
    }

    private Route<SurveyId, AnswerPage> show() {
        return Route.get("/surveys/{survey}")
                .takes(SurveyId.class)
                .shows(AnswerPage.class)
                .allows(EVERYBODY)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        page(
                                                request,
                                                find(input.survey()),
                                                null,
                                                Violations.none())));
    }

    private Route<AnswerInput, AnswerPage> take() {
        return Route.post("/surveys/{survey}")
                .takes(AnswerInput.class)
                .shows(AnswerPage.class)
                .allows(EVERYBODY)
                .drawnBy(this::draw)
                .whenInvalid(
                        (request, input, violations) ->
                                page(request, find(input.survey()), input, violations))
                .handledBy(this::take);
    }

    private Answer<AnswerPage> take(Request request, AnswerInput input) {
        Survey survey = find(input.survey());
        if (!survey.hasOpened(times.now())) {
            throw Refusal.notFound();
        }
        List<UUID> units = answering.units(request.caller(), survey);
        AnswerCheck check =
                AnswerCheck.of(
                        authoring.questions(survey.id()), input, Wording.to(profile(request), ""));
        Violations violations =
                input.isOutdated(survey)
                        ? Violations.of(
                                WritingGuard.FIELD,
                                Wording.of(Wording.to(profile(request), "surveys.problem.mode")))
                        : check.violations().and(guard.problems(request.caller()));
        if (!violations.isEmpty()) {
            return Answer.tryAgain(page(request, survey, input, violations), violations);
        }
        Outcome outcome = answering.take(request.caller(), survey, units, check.answers());
        AnswerPage page = page(request, survey, null, Violations.none());
        if (outcome == Outcome.CLOSED) {
            throw new Refusal(
                    409,
                    "survey-closed",
                    Wording.of("surveys.closed.title"),
                    Wording.of("surveys.closed.text"));
        }
        return Answer.done(page, "/surveys/" + survey.id(), Answering.told(outcome));
    }

    private static Profile profile(Request request) {
        return request.caller().profile();
    }

    private Survey find(@Nullable UUID id) {
        Survey survey = id == null ? null : entities.find(Survey.class, id);
        if (survey == null) {
            throw Refusal.notFound();
        }
        return survey;
    }

    private AnswerPage page(
            Request request, Survey survey, @Nullable AnswerInput typed, Violations violations) {
        boolean own = survey.author().equals(request.caller().person().value());
        return new AnswerPage(
                survey.id(),
                survey.title(),
                survey.intro(),
                survey.anonymous(),
                survey.perFamily(),
                survey.closesAt(),
                state(request, survey, own),
                Recourse.against(
                        Evidence.Kind.SURVEY, survey.id(), request.caller(), survey.author(), true),
                own,
                authoring.questions(survey.id()).stream()
                        .map(question -> item(question, typed))
                        .toList(),
                violations);
    }

    private State state(Request request, Survey survey, boolean own) {
        if (!survey.hasOpened(times.now())) {
            if (own) {
                return State.PREVIEW;
            }
            throw Refusal.notFound();
        }
        List<UUID> units;
        try {
            units = answering.units(request.caller(), survey);
        } catch (Refusal notAsked) {
            if (own) {
                return State.PREVIEW;
            }
            throw notAsked;
        }
        if (answering.haveAnswered(survey, units)) {
            return State.ANSWERED;
        }
        return survey.isOpen(times.now()) ? State.OPEN : State.CLOSED;
    }

    private static Item item(SurveyQuestion question, @Nullable AnswerInput typed) {
        return new Item(
                "q" + question.place(),
                SurveyKind.of(question),
                question.wording(),
                question.required(),
                question.options(),
                typed == null ? List.of() : typed.at(question.place()));
    }

    private Screen draw(AnswerPage page, PageContext context) {
        return new Screen(page.title(), templates.surveyAnswer(page, context));
    }
}
