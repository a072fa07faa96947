package fr.preau.communication.messages;

import fr.preau.api.page.PageOf;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.communication.drafts.DraftState;
import fr.preau.communication.safety.WritingGuard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as one of its two people sees it.
 *
 * @param reader what the reader is
 * @param write where the reader begins a letter to somebody else, below the module
 * @param correspondent the other one, null if that person has left the collège
 * @param groups the groups the letter was addressed to
 * @param recipients how many received the letter
 * @param letter the message it began with
 * @param replies oldest first; page 1 has the newest
 * @param seen how many messages have come in for this person up to now
 * @param key the hidden key of the reply's form
 * @param draft how the draft of the reply stands
 * @param reply what was typed, if it has to be typed again
 * @param violations what is wrong with it
 */
public record ConversationPage(
        UUID conversation,
        Profile reader,
        String write,
        String subject,
        @Nullable String correspondent,
        List<AddressedGroup> groups,
        int recipients,
        Message letter,
        PageOf<Message> replies,
        int seen,
        boolean unread,
        UUID key,
        DraftState draft,
        String reply,
        Violations violations) {

    /** Whether the letter went to more than one person. */
    public boolean toSeveral() {
        return recipients > 1;
    }

    /** Why the reader can't write now. */
    public Optional<String> closed() {
        return violations.of(WritingGuard.FIELD);
    }

    /** The address of this conversation, below the module. */
    public String address() {
        return "/messages/" + conversation;
    }

    ConversationPage typedAgain(String typed, DraftState draftNow, Violations problems) {
        return new ConversationPage(
                conversation,
                reader,
                write,
                subject,
                correspondent,
                groups,
                recipients,
                letter,
                replies,
                seen,
                unread,
                draftNow.key(),
                draftNow,
                typed,
                problems);
    }

    /**
     * One message.
     *
     * @param author null if that person has left the collège
     * @param own whether the reader wrote it
     */
    public record Message(@Nullable String author, boolean own, Instant sentAt, String text) {}
}
