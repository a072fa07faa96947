package fr.preau.communication.surveys;

import fr.preau.api.school.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Who has answered a survey that is not anonymous, and when. */
@Entity
@Table(name = "communication_survey_reply")
@NamedQuery(
        name = "SurveyReply.ofSurvey",
        query =
                "SELECT r FROM SurveyReply r WHERE r.surveyId = :survey"
                        + " ORDER BY r.answeredAt, r.id")
@NamedQuery(
        name = "SurveyReply.ofPerson",
        query = "SELECT r FROM SurveyReply r WHERE r.personId = :person ORDER BY r.answeredAt")
@NamedQuery(
        name = "SurveyReply.deleteOfPerson",
        query = "DELETE FROM SurveyReply r WHERE r.personId = :person")
public class SurveyReply {

    @Id private UUID id;

    @Column(name = "survey_id")
    private UUID surveyId;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @SuppressWarnings("NullAway.Init")
    protected SurveyReply() {}

    SurveyReply(UUID id, UUID survey, PersonId person, Instant now) {
        this.id = id;
        this.surveyId = survey;
        this.personId = person.value();
        this.answeredAt = now;
    }

    UUID id() {
        return id;
    }

    UUID survey() {
        return surveyId;
    }

    UUID person() {
        return personId;
    }

    Instant answeredAt() {
        return answeredAt;
    }
}
