package fr.preau.communication.surveys;

import fr.preau.api.school.ClassId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.util.UUID;

/** A class that a survey asks. */
@Entity
@Table(name = "communication_survey_class")
@NamedQuery(
        name = "SurveyClass.ofSurvey",
        query = "SELECT c.classId FROM SurveyClass c WHERE c.surveyId = :survey ORDER BY c.classId")
public class SurveyClass {

    @Id private UUID id;

    @Column(name = "survey_id")
    private UUID surveyId;

    @Column(name = "class_id")
    private String classId;

    @SuppressWarnings("NullAway.Init")
    protected SurveyClass() {}

    SurveyClass(UUID id, UUID survey, ClassId schoolClass) {
        this.id = id;
        this.surveyId = survey;
        this.classId = schoolClass.toString();
    }
}
