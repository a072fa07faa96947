package fr.preau.communication.appointments;

import fr.preau.api.agenda.Elsewhere;
import fr.preau.api.agenda.Engagement;
import fr.preau.api.route.Request;
import fr.preau.api.school.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A guardian who books, with what keeps them elsewhere. It is asked for before any row is held:
 * nobody waits at this collège for another one.
 *
 * <p>What they book in the very same moment at both collèges is not seen, for no transaction knows
 * two: both are taken, and the page that follows tells that they clash.
 */
record Guardian(PersonId person, Elsewhere elsewhere) {

    /** From one collège to another, before and after. */
    static final Duration WAY = Duration.ofMinutes(30);

    /** Longer than any meeting can be ahead. */
    private static final Duration AHEAD = Duration.ofDays(400);

    static Guardian of(Request request, Instant now) {
        return new Guardian(request.caller().person(), request.elsewhere(now, now.plus(AHEAD)));
    }

    /** Whether they can be here then, as far as other collèges say. */
    boolean canCome(Slot slot) {
        return near(slot).isEmpty();
    }

    /** What keeps them elsewhere at that time, or on the way. */
    List<Engagement> near(Slot slot) {
        return elsewhere.engagements().stream()
                .filter(each -> slot.start().isBefore(each.end().plus(WAY)))
                .filter(each -> slot.end().isAfter(each.start().minus(WAY)))
                .toList();
    }
}
