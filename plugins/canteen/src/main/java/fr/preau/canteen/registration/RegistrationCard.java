package fr.preau.canteen.registration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the accueil says of registration.
 *
 * @param says what a guardian has to do; nothing where it says nothing
 * @param year the school year, as people call it
 * @param until the last day of its campaign; null where that is not what matters
 * @param address where it is done, below the module
 */
public record RegistrationCard(Says says, String year, @Nullable LocalDate until, String address) {

    /** That nothing is to be done. */
    static final RegistrationCard NOTHING =
            new RegistrationCard(Says.NOTHING, "", null, "/registrations");

    /** What is to be done. */
    public enum Says {
        NOTHING,
        /** A campaign is open, and nothing was sent for it. */
        BEGIN,
        /** An application is begun and not sent. */
        GO_ON,
        /** An application came back. */
        PUT_RIGHT
    }
}
