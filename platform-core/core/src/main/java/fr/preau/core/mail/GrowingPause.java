package fr.preau.core.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long a mail waits that could not be sent: a server that is ill gets well within two days. */
final class GrowingPause {

    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofHours(4),
                    Duration.ofHours(8),
                    Duration.ofHours(12),
                    Duration.ofHours(24));

    private GrowingPause() {}

    /**
     * @param tries how often it was tried
     * @return empty when it is not tried any more
     */
    static Optional<Duration> after(int tries) {
        return tries < 1 || tries > PAUSES.size()
                ? Optional.empty()
                : Optional.of(PAUSES.get(tries - 1));
    }
}
