package fr.preau.communication.surveys;

import fr.preau.api.school.Profile;
import java.time.Instant;

/**
 * When somebody looks at surveys.
 *
 * @param now when
 * @param ofTeachers until when what teachers have scheduled has opened: now, or when writing was
 *     closed to them
 * @param ofStaff the same for the staff
 */
record SurveyTime(Instant now, Instant ofTeachers, Instant ofStaff) {

    Instant openedBy(Profile author) {
        return author == Profile.TEACHER ? ofTeachers : ofStaff;
    }
}
