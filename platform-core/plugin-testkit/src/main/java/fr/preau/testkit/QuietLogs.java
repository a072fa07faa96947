package fr.preau.testkit;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps what the database's driver and its migrations say of every refused statement out of the
 * log: the host tries some on purpose at its start, and tells itself what concerns a module.
 */
final class QuietLogs {

    /** Held, or their levels would be forgotten. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("org.mariadb.jdbc"), Logger.getLogger("org.flywaydb"));

    private static final List<Logger> WITHOUT_NEWS = List.of(Logger.getLogger("fr.preau"));

    private QuietLogs() {}

    /** What the project has configured itself stays as it is. */
    static void begin() {
        QUIET.forEach(logger -> atLeast(logger, Level.SEVERE));
        WITHOUT_NEWS.forEach(logger -> atLeast(logger, Level.WARNING));
    }

    private static void atLeast(Logger logger, Level level) {
        if (logger.getLevel() == null) {
            logger.setLevel(level);
        }
    }
}
