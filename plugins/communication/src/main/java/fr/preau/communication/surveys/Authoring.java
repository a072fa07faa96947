package fr.preau.communication.surveys;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.notice.Notices;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.PersonId;
import fr.preau.communication.reports.Evidence;
import fr.preau.communication.reports.KeepingDeleted;
import fr.preau.communication.safety.WritingGuard;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an author does with a survey. Its row is held before anything is read: so whoever is just
 * answering is waited for, and nothing changes under an answer.
 */
final class Authoring {

    private final EntityManager entities;
    private final WritingGuard guard;
    private final KeepingDeleted deleted;
    private final NewIds ids;
    private final Notices notices;
    private final SurveyTimes times;
    private final Directory directory;

    Authoring(
            EntityManager entities,
            Directory directory,
            WritingGuard guard,
            KeepingDeleted deleted,
            NewIds ids,
            Notices notices,
            SurveyTimes times) {
        this.entities = entities;
        this.guard = guard;
        this.deleted = deleted;
        this.ids = ids;
        this.notices = notices;
        this.times = times;
        this.directory = directory;
    }

    /** Begins a survey, once for each form. */
    void begin(Caller author, SurveyDraft draft, UUID key) {
        int begun =
                entities.createNamedQuery("Survey.begin")
                        .setParameter(1, key.toString())
                        .setParameter(2, author.person().toString())
                        .setParameter(3, draft.title())
                        .setParameter(4, draft.intro())
                        .setParameter(5, draft.asks().name())
                        .setParameter(6, draft.perFamily())
                        .setParameter(7, draft.anonymous())
                        .setParameter(8, utc(draft.opensAt()))
                        .setParameter(9, utc(draft.closesAt()))
                        .setParameter(10, author.profile().name())
                        .executeUpdate();
        if (begun == 0) {
            own(author, key); // a key that was made up is not found
            return;
        }
        for (ClassId each : draft.classes()) {
            entities.persist(new SurveyClass(ids.next(), key, each));
        }
        entities.flush();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Title, text, times and whether it is anonymous; whom it asks stays. */
    void rewrite(Caller author, UUID id, SurveyDraft draft) {
        Survey survey = unanswered(author, id);
        if (survey.hasOpened(times.now()) && survey.anonymous() != draft.anonymous()) {
            throw refusal("surveys.refusal.anonymous");
        }
        if (!survey.title().equals(draft.title()) || !survey.intro().equals(draft.intro())) {
            keepIfSeen(survey, author);
        }
        survey.rewrite(draft);
    }

    void add(Caller author, UUID id, QuestionDraft draft) {
        Survey survey = unanswered(author, id);
        List<SurveyQuestion> there = questions(id);
        if (there.size() >= SurveyQuestion.MOST) {
            throw refusal("surveys.refusal.many");
        }
        entities.persist(
                new SurveyQuestion(
                        ids.next(),
                        survey.id(),
                        there.size() + 1,
                        draft.kind(),
                        draft.wording(),
                        draft.choices(),
                        draft.required()));
        entities.flush();
    }

    void remove(Caller author, UUID id, @Nullable UUID questionId) {
        Survey survey = unanswered(author, id);
        List<SurveyQuestion> there = questions(id);
        SurveyQuestion gone =
                there.stream()
                        .filter(question -> question.id().equals(questionId))
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        keepIfSeen(survey, author);
        entities.remove(gone);
        entities.flush();
        // One after the other, for no place may be there twice.
        for (SurveyQuestion each : there) {
            if (each.place() > gone.place()) {
                each.moveTo(each.place() - 1);
                entities.flush();
            }
        }
    }

    /** Back to a draft; nobody has answered yet. */
    void takeBack(Caller author, UUID id) {
        Survey survey = unanswered(author, id);
        keepIfSeen(survey, author);
        survey.takeBack();
        entities.createNamedQuery("SurveyAsked.deleteOfSurvey")
                .setParameter("survey", id)
                .executeUpdate();
        notices.withdrawAll(Publishing.key(id));
    }

    void close(Caller author, UUID id) {
        held(author, id).close(times.now());
    }

    void delete(Caller author, UUID id) {
        Survey survey = held(author, id);
        keepIfSeen(survey, author);
        notices.withdrawAll(Publishing.key(id));
        entities.remove(survey);
        entities.flush();
    }

    private void keepIfSeen(Survey survey, Caller by) {
        if (survey.published() && survey.hasOpened(times.now())) {
            deleted.keep(
                    Evidence.Kind.SURVEY,
                    survey.id(),
                    ReportedSurveys.shown(survey, questions(survey.id())),
                    by.person());
        }
    }

    List<SurveyQuestion> questions(UUID survey) {
        return entities.createNamedQuery("SurveyQuestion.ofSurvey", SurveyQuestion.class)
                .setParameter("survey", survey)
                .getResultList();
    }

    Survey unanswered(Caller author, UUID id) {
        Survey survey = held(author, id);
        long answered =
                entities.createNamedQuery("SurveyDone.count", Long.class)
                        .setParameter("survey", id)
                        .getSingleResult();
        if (answered > 0) {
            throw refusal("surveys.refusal.answered");
        }
        if (survey.published()) {
            guard.admit(author); // whoever is asked may be reading it
        }
        return survey;
    }

    Survey held(Caller author, UUID id) {
        Survey survey =
                ofAuthor(author, entities.find(Survey.class, id, LockModeType.PESSIMISTIC_WRITE));
        if (survey.withdrawn()) {
            throw refusal("surveys.refusal.withdrawn");
        }
        return survey;
    }

    /** A survey of this author. */
    Survey own(Caller author, @Nullable UUID id) {
        return ofAuthor(author, id == null ? null : entities.find(Survey.class, id));
    }

    /**
     * A survey whose results this person reads: their own, and for the principal that of somebody
     * who has left, for else nobody would.
     */
    Survey readable(Caller reader, @Nullable UUID id) {
        Survey survey = id == null ? null : entities.find(Survey.class, id);
        boolean inherited =
                survey != null
                        && survey.published()
                        && Overlooking.PRINCIPAL.admit(reader.profile(), reader.functions())
                        && directory.persons(List.of(new PersonId(survey.author()))).isEmpty();
        return survey != null && inherited ? survey : ofAuthor(reader, survey);
    }

    private static Survey ofAuthor(Caller author, @Nullable Survey survey) {
        if (survey == null || !survey.author().equals(author.person().value())) {
            throw Refusal.notFound();
        }
        return survey;
    }

    static Refusal refusal(String key) {
        return new Refusal(
                409,
                key.substring(key.indexOf('.') + 1).replace("refusal.", "survey-"),
                Wording.of("surveys.refusal.title"),
                Wording.of(key));
    }
}
