package fr.preau.communication.messages;

import fr.preau.api.page.PageOf;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The conversations in which something was received, newest first.
 *
 * @param q words of the subject that were looked for, empty if none were
 * @param write where this person begins a letter, below the module
 */
public record InboxPage(PageOf<Line> conversations, String q, String write) {

    /** The address of this list with what was looked for, below the module. */
    public String address() {
        return SubjectSearch.address("/messages", q);
    }

    /**
     * A conversation.
     *
     * @param correspondent null if that person has left the collège
     * @param receivedAt when the newest came in
     */
    public record Line(
            UUID conversation,
            @Nullable String correspondent,
            String subject,
            Instant receivedAt,
            boolean unread) {}
}
