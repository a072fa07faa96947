package fr.preau.communication.surveys;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.Profile;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes answers, one of each person or family.
 *
 * <p><b>Why an anonymous answer can't be told from who has answered.</b> That somebody has answered
 * stands in {@code communication_survey_done}, by survey and person (or child) and nothing else: no
 * instant, no number, no identity of a row. What was answered stands in {@code
 * communication_survey_answer}, one row a question, by survey and question, under an identity drawn
 * by chance (version 4): no person, no instant, no day, nothing that holds the answers of one
 * person together. The two tables have the survey in common and no other column. Neither can they
 * be laid beside each other row by row: the rows of the first lie in the order of people, those of
 * the second in an order by chance, for MariaDB keeps rows in the order of their primary key; there
 * is no counter, and no second index on an instant. The hidden number of the transaction, which
 * InnoDB writes beside each row, is put to zero once the transaction is history (MariaDB 10.3 and
 * later), and no SQL reads it. So not even somebody with all rights on the database can tell.
 *
 * <p>What stays possible, and is no business of this class: to read the log of the database's
 * changes of that very minute (the redo log and, where it is kept, the binary log hold both rows in
 * one transaction until they are written over); to watch the results from one answer to the next
 * while knowing who is answering, against which results of an anonymous survey are shown once it is
 * closed, from five answers on, and nobody is shown who has answered; and to recognise somebody by
 * what they write.
 *
 * <p>The first statement takes the places of the family or person, and finds the survey open, in
 * one: who comes at the same moment waits, and then finds them taken; who changes the survey waits
 * for all who are answering.
 */
final class Answering {

    private final EntityManager entities;
    private final Directory directory;
    private final NewIds ids;
    private final SurveyTimes times;

    Answering(EntityManager entities, Directory directory, NewIds ids, SurveyTimes times) {
        this.entities = entities;
        this.directory = directory;
        this.ids = ids;
        this.times = times;
    }

    /** What became of an answer. */
    enum Outcome {
        TAKEN,
        /** The person, or somebody else of the family, has answered. */
        ANSWERED_BEFORE,
        /** It is not open, or is written anew. */
        CLOSED
    }

    /**
     * Those for whom this person answers: themselves, or the children whose guardian they are
     * today.
     *
     * @throws Refusal if the survey does not ask this person
     */
    List<UUID> units(Caller caller, Survey survey) {
        List<UUID> asked =
                entities.createNamedQuery("SurveyAsked.units", UUID.class)
                        .setParameter("survey", survey.id())
                        .setParameter("person", caller.person().value())
                        .getResultList();
        List<UUID> units =
                survey.asks() == Profile.GUARDIAN && survey.perFamily()
                        ? ofChildrenToday(caller, asked)
                        : asked;
        if (units.isEmpty()) {
            throw Refusal.notFound();
        }
        return units;
    }

    private List<UUID> ofChildrenToday(Caller caller, List<UUID> asked) {
        Set<UUID> children =
                directory.childrenOf(caller.person()).stream()
                        .map(child -> child.pupil().id().value())
                        .collect(Collectors.toSet());
        return asked.stream().filter(children::contains).toList();
    }

    /** Whether all of these have answered, themselves or by somebody of their family. */
    boolean haveAnswered(Survey survey, List<UUID> units) {
        return entities.createNamedQuery("SurveyDone.units", UUID.class)
                        .setParameter("survey", survey.id())
                        .setParameter("units", units)
                        .getResultList()
                        .size()
                >= units.size();
    }

    /** The same as it is by now: this work began before somebody else's answer was there. */
    private boolean haveAnsweredMeanwhile(Survey survey, List<UUID> units) {
        return entities.createNamedQuery("SurveyDone.rows", SurveyDone.class)
                        .setParameter("survey", survey.id())
                        .setParameter("units", units)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList()
                        .size()
                >= units.size();
    }

    /** Takes what was answered; it was found right for these questions. */
    Outcome take(Caller caller, Survey survey, List<UUID> units, List<AnswerTo> answers) {
        if (!survey.isOpen(times.now())) {
            return Outcome.CLOSED;
        }
        if (claim(survey, units, answers.size()) == 0) {
            return haveAnsweredMeanwhile(survey, units) ? Outcome.ANSWERED_BEFORE : Outcome.CLOSED;
        }
        UUID reply = null;
        if (!survey.anonymous()) {
            reply = ids.next();
            Instant now = times.now().now().truncatedTo(ChronoUnit.MICROS);
            entities.persist(new SurveyReply(reply, survey.id(), caller.person(), now));
            entities.flush();
        }
        for (AnswerTo answer : answers) {
            entities.persist(
                    new GivenAnswer(survey.id(), answer.question(), reply, answer.values()));
        }
        entities.flush();
        return Outcome.TAKEN;
    }

    /** Takes the places that are free; the survey's row is held against changes meanwhile. */
    private int claim(Survey survey, List<UUID> units, int questions) {
        String places = String.join(", ", Collections.nCopies(units.size(), "?"));
        Query insert =
                entities.createNativeQuery(
                        "INSERT IGNORE INTO communication_survey_done (survey_id, unit_id)"
                                + " SELECT DISTINCT s.id, a.unit_id FROM communication_survey s"
                                + " JOIN communication_survey_asked a ON a.survey_id = s.id"
                                + " WHERE s.id = ? AND s.published = TRUE AND s.anonymous = ?"
                                + " AND s.opens_at <= ? AND s.closes_at > ?"
                                + " AND (SELECT COUNT(*) FROM communication_survey_question q"
                                + " WHERE q.survey_id = s.id) = ?"
                                + " AND a.unit_id IN ("
                                + places
                                + ") ORDER BY a.unit_id");
        SurveyTime time = times.now();
        insert.setParameter(1, survey.id().toString());
        insert.setParameter(2, survey.anonymous());
        insert.setParameter(3, utc(time.openedBy(survey.authorProfile())));
        insert.setParameter(4, utc(time.now()));
        insert.setParameter(5, questions);
        int place = 6;
        for (UUID unit : units) {
            insert.setParameter(place++, unit.toString());
        }
        return insert.executeUpdate();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static String told(Outcome outcome) {
        return Wording.of("surveys.outcome." + outcome);
    }
}
