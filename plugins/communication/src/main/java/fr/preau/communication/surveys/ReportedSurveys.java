package fr.preau.communication.surveys;

import fr.preau.api.route.Caller;
import fr.preau.api.school.PersonId;
import fr.preau.communication.remembered.Remembered;
import fr.preau.communication.reports.Evidence;
import fr.preau.communication.reports.Publication;
import fr.preau.communication.reports.Shown;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Surveys as those report them who are asked, and as the school takes them away. */
final class ReportedSurveys implements Publication {

    private final EntityManager entities;
    private final Authoring authoring;
    private final Answering answering;
    private final Remembered<Boolean> running;
    private final SurveyTimes times;

    ReportedSurveys(
            EntityManager entities,
            Authoring authoring,
            Answering answering,
            Remembered<Boolean> running,
            SurveyTimes times) {
        this.entities = entities;
        this.authoring = authoring;
        this.answering = answering;
        this.running = running;
        this.times = times;
    }

    @Override
    public Evidence.Kind kind() {
        return Evidence.Kind.SURVEY;
    }

    @Override
    public Optional<Shown> shownTo(Caller reader, UUID thing) {
        return held(thing)
                .filter(survey -> survey.hasOpened(times.now()))
                .filter(survey -> !answering.units(reader, survey).isEmpty())
                .map(this::shown);
    }

    @Override
    public Optional<Shown> published(UUID thing) {
        return held(thing).filter(Survey::published).map(this::shown);
    }

    private Optional<Survey> held(UUID thing) {
        return Optional.ofNullable(
                entities.find(Survey.class, thing, LockModeType.PESSIMISTIC_WRITE));
    }

    private Shown shown(Survey survey) {
        return shown(survey, authoring.questions(survey.id()));
    }

    static Shown shown(Survey survey, List<SurveyQuestion> questions) {
        List<String> lines = new ArrayList<>();
        if (!survey.intro().isBlank()) {
            lines.add(survey.intro());
        }
        for (SurveyQuestion question : questions) {
            lines.add(question.wording());
            lines.add(String.join("\n", question.options()));
        }
        lines.removeIf(String::isBlank);
        return new Shown(
                new PersonId(survey.author()),
                survey.title(),
                String.join("\n\n", lines),
                List.of(Wording.of("surveys.profile." + survey.asks())),
                survey.opensAt(),
                List.of());
    }

    @Override
    public String addressForAuthor(UUID thing) {
        return "/surveys/" + thing + "/edit";
    }

    @Override
    public List<String> toldAs(UUID thing) {
        return List.of(Publishing.key(thing));
    }

    @Override
    public void withdraw(UUID thing, Instant now) {
        held(thing).filter(Survey::published).ifPresent(Survey::withdraw);
        running.forget();
    }

    @Override
    public void giveBack(UUID thing, Instant now) {
        held(thing).filter(Survey::withdrawn).ifPresent(Survey::giveBack);
        running.forget();
    }
}
