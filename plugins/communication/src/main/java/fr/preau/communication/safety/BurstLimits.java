package fr.preau.communication.safety;

import fr.preau.api.school.Profile;
import fr.preau.api.settings.Settings;
import java.time.Duration;

/**
 * How much an account may write in a while before it is taken for stolen.
 *
 * <p>Messages count, and the people they go to as well: the long lists of teachers and staff are
 * their work, and yet nobody writes to a whole collège again and again within minutes.
 */
final class BurstLimits {

    /** A pupil who writes to some people at once is no burst; to so many times as many it is. */
    private static final int READERS_TO_A_MESSAGE = 3;

    private final Settings settings;

    BurstLimits(Settings settings) {
        this.settings = settings;
    }

    Duration window() {
        return Duration.ofMinutes(settings.integer("burst-minutes"));
    }

    int messages(Profile profile) {
        return settings.integer(
                switch (profile) {
                    case PUPIL -> "burst-pupil";
                    case GUARDIAN -> "burst-guardian";
                    case TEACHER -> "burst-teacher";
                    case STAFF, OPERATOR -> "burst-staff";
                });
    }

    /** To how many people. */
    long readers(Profile profile) {
        return switch (profile) {
            case PUPIL, GUARDIAN -> (long) messages(profile) * READERS_TO_A_MESSAGE;
            case TEACHER -> settings.integer("burst-readers-teacher");
            case STAFF, OPERATOR -> settings.integer("burst-readers-staff");
        };
    }
}
