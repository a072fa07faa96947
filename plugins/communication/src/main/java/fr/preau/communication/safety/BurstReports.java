package fr.preau.communication.safety;

import fr.preau.api.route.Caller;
import java.util.UUID;

/** Puts an account that was stopped before those who answer for the school. */
@FunctionalInterface
public interface BurstReports {

    /**
     * @param stop names the stop
     * @param what how much was written, in words
     */
    void report(Caller author, UUID stop, String what);
}
