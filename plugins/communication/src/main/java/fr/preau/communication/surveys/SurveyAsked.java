package fr.preau.communication.surveys;

import fr.preau.api.school.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * Somebody whom a survey asks, and the unit that answers once: a child where families answer, else
 * the person.
 */
@Entity
@Table(name = "communication_survey_asked")
@NamedQuery(
        name = "SurveyAsked.units",
        query =
                "SELECT a.unitId FROM SurveyAsked a WHERE a.surveyId = :survey AND a.personId ="
                        + " :person ORDER BY a.unitId")
@NamedQuery(
        name = "SurveyAsked.ofSurvey",
        query = "SELECT a FROM SurveyAsked a WHERE a.surveyId = :survey")
@NamedQuery(
        name = "SurveyAsked.withoutAnswer",
        query =
                "SELECT DISTINCT a.personId FROM SurveyAsked a WHERE a.surveyId = :survey"
                        + " AND NOT EXISTS (SELECT d.unitId FROM SurveyDone d"
                        + " WHERE d.surveyId = a.surveyId AND d.unitId = a.unitId)")
@NamedQuery(
        name = "SurveyAsked.countUnits",
        query = "SELECT COUNT(DISTINCT a.unitId) FROM SurveyAsked a WHERE a.surveyId = :survey")
@NamedQuery(
        name = "SurveyAsked.surveys",
        query =
                "SELECT s FROM Survey s WHERE s.id IN (SELECT a.surveyId FROM SurveyAsked a"
                        + " WHERE a.personId = :person OR a.unitId = :person)")
@NamedQuery(
        name = "SurveyAsked.deleteOfSurvey",
        query = "DELETE FROM SurveyAsked a WHERE a.surveyId = :survey")
@NamedQuery(
        name = "SurveyAsked.deleteOfPerson",
        query = "DELETE FROM SurveyAsked a WHERE a.personId = :person OR a.unitId = :person")
public class SurveyAsked {

    @Id private UUID id;

    @Column(name = "survey_id")
    private UUID surveyId;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "unit_id")
    private UUID unitId;

    @SuppressWarnings("NullAway.Init")
    protected SurveyAsked() {}

    SurveyAsked(UUID id, UUID survey, PersonId person, PersonId unit) {
        this.id = id;
        this.surveyId = survey;
        this.personId = person.value();
        this.unitId = unit.value();
    }

    UUID person() {
        return personId;
    }

    UUID unit() {
        return unitId;
    }
}
