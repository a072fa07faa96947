package fr.preau.communication.news;

import fr.preau.api.school.Profile;
import fr.preau.communication.safety.WritingGuard;
import java.time.Clock;
import java.time.Instant;

/** Tells what time it is for the news of a collège, where the staff publishes. */
final class Moments {

    private final WritingGuard guard;
    private final Clock clock;

    Moments(WritingGuard guard, Clock clock) {
        this.guard = guard;
        this.clock = clock;
    }

    Moment now() {
        Instant now = clock.instant();
        return new Moment(now, guard.lastOpen(Profile.STAFF, now));
    }
}
