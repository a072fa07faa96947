package fr.preau.api.safety;

import fr.preau.api.school.Profile;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether people may write at the collège of the current request, job or fact.
 *
 * <p>The Département or a principal closes writing, never reading, for a profile or for all at
 * once: when accounts were stolen and carry threats, say. A module obeys wherever a person's words
 * would reach others: it asks when a form is shown, to tell the notice in its place, and again when
 * it is sent, for it may have been opened before. What was typed is kept. Work that sends later
 * asks when it sends.
 *
 * <p>Asking costs no statement. A closing holds on all nodes within a second. Outside a request, a
 * job or a listener there is no collège: {@link IllegalStateException}.
 */
public interface Writing {

    /** Why people of this profile can't write now; empty where they may. */
    Optional<Closure> closedFor(Profile profile);

    /**
     * Since when people of this profile can't write; empty where they may. It can be long before
     * {@link #closedFor} says: where one closing followed another without a break, nobody could
     * write in between. What was to go out by itself since then waits.
     */
    Optional<Instant> closedSince(Profile profile);
}
