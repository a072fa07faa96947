package fr.preau.communication.messages;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the accueil shows: how many conversations have something unread, and the newest of them.
 *
 * @param newest three at most
 */
public record UnreadCard(long unread, List<Line> newest) {

    /**
     * An unread conversation, without its correspondent: the name would be one more statement for
     * each collège of the accueil.
     */
    public record Line(UUID conversation, String subject, Instant receivedAt) {}
}
