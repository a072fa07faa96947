package fr.preau.communication.surveys;

import fr.preau.api.school.Profile;
import fr.preau.communication.safety.WritingGuard;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;

/**
 * Tells what time it is for the surveys of a collège: what was scheduled waits where it may not.
 */
final class SurveyTimes {

    private final WritingGuard guard;
    private final Clock clock;

    SurveyTimes(WritingGuard guard, Clock clock) {
        this.guard = guard;
        this.clock = clock;
    }

    SurveyTime now() {
        Instant now = clock.instant();
        return new SurveyTime(
                now, guard.lastOpen(Profile.TEACHER, now), guard.lastOpen(Profile.STAFF, now));
    }

    /** Binds what {@link Survey#OPENED} asks for. */
    <T> TypedQuery<T> bound(TypedQuery<T> query) {
        SurveyTime time = now();
        return query.setParameter("ofTeachers", time.ofTeachers())
                .setParameter("ofStaff", time.ofStaff());
    }
}
