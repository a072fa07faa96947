package fr.preau.communication.surveys;

import fr.preau.api.directory.Directory;
import fr.preau.api.files.Download;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Violations;
import fr.preau.communication.surveys.SurveyPage.QuestionLine;
import fr.preau.communication.surveys.SurveyPage.State;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A survey in words for its author: eight statements, however many have answered. */
final class AuthorView {

    private final EntityManager entities;
    private final Authoring authoring;
    private final Results results;
    private final ResultsFile file;
    private final SurveyTimes times;

    AuthorView(
            EntityManager entities, Directory directory, Authoring authoring, SurveyTimes times) {
        this.entities = entities;
        this.authoring = authoring;
        this.results = new Results(entities);
        this.file = new ResultsFile(entities, directory);
        this.times = times;
    }

    SurveyPage page(
            Caller author,
            @Nullable UUID id,
            @Nullable QuestionInput typed,
            Violations violations) {
        Survey survey = authoring.readable(author, id);
        boolean own = survey.author().equals(author.person().value());
        List<SurveyQuestion> questions = authoring.questions(survey.id());
        long done = count("SurveyDone.count", survey);
        long answers = done == 0 ? 0 : results.answers(survey);
        boolean hidden = results.areHidden(survey, answers, times.now());
        return new SurveyPage(
                survey.id(),
                survey.title(),
                survey.intro(),
                survey.asks().name(),
                survey.perFamily(),
                survey.anonymous(),
                survey.opensAt(),
                survey.closesAt(),
                state(survey),
                count("SurveyAsked.countUnits", survey),
                done,
                own,
                own && done == 0 && !survey.withdrawn(),
                hidden,
                questions.stream().map(AuthorView::line).toList(),
                hidden || done == 0 ? List.of() : results.of(survey, questions),
                typed,
                violations);
    }

    private static QuestionLine line(SurveyQuestion question) {
        boolean listed = question.kind().hasChoices();
        return new QuestionLine(
                question.id(),
                question.kind().name(),
                question.wording(),
                listed ? question.options() : List.of());
    }

    private State state(Survey survey) {
        SurveyTime now = times.now();
        if (!survey.published()) {
            return survey.withdrawn() ? State.WITHDRAWN : State.DRAFT;
        }
        return survey.isOpen(now) ? State.OPEN : survey.hasOpened(now) ? State.CLOSED : State.SOON;
    }

    private long count(String query, Survey survey) {
        return entities.createNamedQuery(query, Long.class)
                .setParameter("survey", survey.id())
                .getSingleResult();
    }

    /** The table of the results, under the same rule as the page. */
    Download file(Caller author, @Nullable UUID id) {
        Survey survey = authoring.readable(author, id);
        if (results.areHidden(survey, results.answers(survey), times.now())) {
            boolean open = survey.isOpen(times.now());
            throw new Refusal(
                    409,
                    open ? "survey-open" : "survey-too-few",
                    Wording.of("surveys.hidden.title"),
                    Wording.of("surveys.hidden." + (open ? "open" : "few"), Results.FEWEST));
        }
        return Download.save("sondage.csv", file.of(survey, authoring.questions(survey.id())));
    }

    /** A survey as its form would have sent it. */
    SurveyInput asTyped(Survey survey) {
        return new SurveyInput(
                survey.title(),
                survey.intro(),
                survey.asks(),
                survey.perFamily(),
                survey.anonymous(),
                SurveyForm.field(survey.opensAt()),
                SurveyForm.field(survey.closesAt()),
                null,
                null,
                survey.id());
    }
}
