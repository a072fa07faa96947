package fr.preau.core.mail;

import fr.preau.api.school.Uai;
import java.time.Instant;

/**
 * When a mail may leave that speaks of a collège. It is asked just before: what is tried again, or
 * was late in its queue, may have come into the night.
 */
public interface LeavingTimes {

    /** The first moment from this one on at which the collège may speak to people. */
    Instant next(Uai college, Instant from);
}
