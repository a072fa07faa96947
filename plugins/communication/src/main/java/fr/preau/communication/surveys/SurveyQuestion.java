package fr.preau.communication.surveys;

import fr.preau.communication.wording.Wording;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** A question of a survey, and what may be answered. */
@Entity
@Table(name = "communication_survey_question")
@NamedQuery(
        name = "SurveyQuestion.ofSurvey",
        query = "SELECT q FROM SurveyQuestion q WHERE q.surveyId = :survey ORDER BY q.place")
public class SurveyQuestion {

    /** How a question is answered. */
    enum Kind {
        ONE,
        SEVERAL,
        SCALE,
        YES_NO,
        TEXT;

        boolean hasChoices() {
            return this == ONE || this == SEVERAL;
        }
    }

    /** As many as an answer has places. */
    static final int MOST = 20;

    static final int MOST_CHOICES = 20;
    static final int LONGEST = 300;
    static final int LONGEST_CHOICE = 120;
    static final int LONGEST_TEXT = 4_000;

    private static final int SCALE_END = 5;

    @Id private UUID id;

    @Column(name = "survey_id")
    private UUID surveyId;

    private int place;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String wording;

    private String choices;

    private boolean required;

    @SuppressWarnings("NullAway.Init")
    protected SurveyQuestion() {}

    SurveyQuestion(
            UUID id,
            UUID survey,
            int place,
            Kind kind,
            String wording,
            List<String> choices,
            boolean required) {
        this.id = id;
        this.surveyId = survey;
        this.place = place;
        this.kind = kind;
        this.wording = wording;
        this.choices = String.join("\n", choices);
        this.required = required;
    }

    /** What may be chosen, in words; empty for a text. */
    List<String> options() {
        return switch (kind) {
            case ONE, SEVERAL -> choices.lines().filter(line -> !line.isBlank()).toList();
            case SCALE -> IntStream.rangeClosed(1, SCALE_END).mapToObj(Integer::toString).toList();
            case YES_NO ->
                    List.of(Wording.of("surveys.answer.yes"), Wording.of("surveys.answer.no"));
            case TEXT -> List.of();
        };
    }

    void moveTo(int newPlace) {
        place = newPlace;
    }

    UUID id() {
        return id;
    }

    int place() {
        return place;
    }

    Kind kind() {
        return kind;
    }

    String wording() {
        return wording;
    }

    boolean required() {
        return required;
    }
}
