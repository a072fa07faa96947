package fr.preau.communication.messages;

import fr.preau.api.page.PageOf;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.communication.attachments.AttachedFile;
import fr.preau.communication.drafts.DraftState;
import fr.preau.communication.safety.WritingGuard;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
 * @param onItsWay the letter, while its author may still take it back
 * @param withdraws whether the reader may take what others wrote from all its readers
 * @param answers whether the reader may answer
 * @param seen how many messages have come in for this person up to now
 * @param key the hidden key of the reply's form
 * @param draft how the draft of the reply stands
 * @param soon whether the reply that waits goes in a few seconds
 * @param files what is kept with that draft
 * @param reply what was typed, if it has to be typed again
 * @param time when it shall be sent, as it was typed
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
        @Nullable UUID onItsWay,
        boolean withdraws,
        boolean answers,
        int seen,
        boolean unread,
        UUID key,
        DraftState draft,
        boolean soon,
        List<AttachedFile> files,
        String reply,
        SendTime time,
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

    /** Whether the reader may hand on what stands in it. */
    public boolean canBeForwarded() {
        return onItsWay == null && Forwarding.mayForward(reader, answers);
    }

    /** When the reply goes that waits for its time; null while there is none. */
    public @Nullable Instant waitsFor() {
        return violations.isEmpty() ? draft.sendAt() : null;
    }

    /** Whether it may be sent at a time of one's choice. */
    public boolean canBeSentLater() {
        return reader != Profile.PUPIL;
    }

    ConversationPage typedAgain(
            ReplyInput typed,
            DraftState draftNow,
            List<AttachedFile> filesNow,
            Violations problems) {
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
                onItsWay,
                withdraws,
                answers,
                seen,
                unread,
                draftNow.key(),
                draftNow,
                soon,
                filesNow,
                Objects.requireNonNullElse(typed.text(), ""),
                typed.time(),
                problems);
    }

    /**
     * One message.
     *
     * @param id of the letter or the reply
     * @param author null if that person has left the collège
     * @param own whether the reader wrote it
     * @param judged whether the school answers for it: it is neither the reader's own, nor of the
     *     Département
     * @param files what goes with it
     */
    public record Message(
            UUID id,
            @Nullable String author,
            boolean own,
            boolean judged,
            Instant sentAt,
            String text,
            List<AttachedFile> files) {}
}
