package fr.preau.communication.surveys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has answered to one question.
 *
 * <p>Its identity is drawn by chance and not counted up like others, so neither it nor the order of
 * the rows says when it came. Of an anonymous survey nothing holds the answers of one person
 * together, not even to each other.
 */
@Entity
@Table(name = "communication_survey_answer")
@NamedQuery(
        name = "GivenAnswer.ofSurvey",
        query = "SELECT a FROM GivenAnswer a WHERE a.surveyId = :survey ORDER BY a.id")
@NamedQuery(
        name = "GivenAnswer.counted",
        query =
                "SELECT NEW fr.preau.communication.surveys.AnswerCount("
                        + "a.questionId, a.value, COUNT(a.id)) FROM GivenAnswer a"
                        + " WHERE a.surveyId = :survey AND a.value <> '' AND a.questionId IN"
                        + " (SELECT q.id FROM SurveyQuestion q WHERE q.surveyId = :survey"
                        + " AND q.kind <> :text) GROUP BY a.questionId, a.value")
@NamedQuery(
        name = "GivenAnswer.answered",
        query =
                "SELECT NEW fr.preau.communication.surveys.AnswerCount("
                        + "a.questionId, '', COUNT(a.id)) FROM GivenAnswer a"
                        + " WHERE a.surveyId = :survey AND a.value <> '' GROUP BY a.questionId")
@NamedQuery(
        name = "GivenAnswer.all",
        query =
                "SELECT NEW fr.preau.communication.surveys.AnswerCount("
                        + "a.questionId, '', COUNT(a.id)) FROM GivenAnswer a"
                        + " WHERE a.surveyId = :survey GROUP BY a.questionId")
@NamedQuery(
        name = "GivenAnswer.texts",
        query =
                "SELECT NEW fr.preau.communication.surveys.TextAnswer(a.questionId, a.value)"
                        + " FROM GivenAnswer a WHERE a.surveyId = :survey AND a.value <> ''"
                        + " AND a.questionId IN (SELECT q.id FROM SurveyQuestion q"
                        + " WHERE q.surveyId = :survey AND q.kind = :text) ORDER BY a.id")
@NamedQuery(
        name = "GivenAnswer.ofReply",
        query = "SELECT a FROM GivenAnswer a WHERE a.reply IN :replies")
@NamedQuery(
        name = "GivenAnswer.deleteOfReplies",
        query = "DELETE FROM GivenAnswer a WHERE a.reply IN :replies")
public class GivenAnswer {

    @Id private UUID id;

    @Column(name = "survey_id")
    private UUID surveyId;

    @Column(name = "question_id")
    private UUID questionId;

    private String reply;

    private String value;

    @SuppressWarnings("NullAway.Init")
    protected GivenAnswer() {}

    /**
     * @param reply null when the survey is anonymous
     * @param values what was chosen, or the text
     */
    GivenAnswer(UUID survey, SurveyQuestion question, @Nullable UUID reply, List<String> values) {
        // Not one of NewIds, which begin with the instant.
        this.id = UUID.randomUUID();
        this.surveyId = survey;
        this.questionId = question.id();
        this.reply = reply == null ? "" : reply.toString();
        this.value = String.join("\n", values);
    }

    UUID question() {
        return questionId;
    }

    String reply() {
        return reply;
    }

    /** What was chosen; one for a text. */
    List<String> values() {
        return value.isEmpty() ? List.of() : List.of(value.split("\n", -1));
    }

    /** A text as it was typed. */
    String text() {
        return value;
    }
}
