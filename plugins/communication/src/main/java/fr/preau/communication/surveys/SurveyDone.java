package fr.preau.communication.surveys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** That a person or a family has answered; written by {@link Answering} only. */
@Entity
@Table(name = "communication_survey_done")
@IdClass(SurveyDone.Key.class)
@NamedQuery(
        name = "SurveyDone.units",
        query =
                "SELECT d.unitId FROM SurveyDone d WHERE d.surveyId = :survey AND d.unitId IN"
                        + " :units")
@NamedQuery(
        name = "SurveyDone.rows",
        query = "SELECT d FROM SurveyDone d WHERE d.surveyId = :survey AND d.unitId IN :units")
@NamedQuery(
        name = "SurveyDone.count",
        query = "SELECT COUNT(d.unitId) FROM SurveyDone d WHERE d.surveyId = :survey")
@NamedQuery(
        name = "SurveyDone.surveys",
        query =
                "SELECT s FROM Survey s WHERE s.id IN"
                        + " (SELECT d.surveyId FROM SurveyDone d WHERE d.unitId = :person)")
@NamedQuery(
        name = "SurveyDone.deleteOfPerson",
        query = "DELETE FROM SurveyDone d WHERE d.unitId = :person")
public class SurveyDone {

    /** Which survey, and who. */
    public record Key(UUID surveyId, UUID unitId) implements Serializable {}

    @Id
    @Column(name = "survey_id")
    private UUID surveyId;

    @Id
    @Column(name = "unit_id")
    private UUID unitId;

    @SuppressWarnings("NullAway.Init")
    protected SurveyDone() {}
}
