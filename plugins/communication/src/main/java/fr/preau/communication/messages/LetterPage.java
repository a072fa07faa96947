package fr.preau.communication.messages;

import fr.preau.api.page.PageOf;
import fr.preau.communication.attachments.AttachedFile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter as its author sees it, with its recipients: those who answered first.
 *
 * @param onItsWay whether it may still be taken back
 * @param recall how its author gets it back from its readers
 * @param place where it lies for its author
 * @param answers whether its recipients may answer
 * @param groups the groups it was addressed to
 */
public record LetterPage(
        UUID letter,
        String subject,
        String text,
        List<AttachedFile> files,
        Instant sentAt,
        boolean onItsWay,
        Recall recall,
        SentPlace place,
        boolean answers,
        List<AddressedGroup> groups,
        int recipientCount,
        PageOf<Line> recipients) {

    /** How an author gets a letter back that has arrived. */
    public enum Recall {
        /** It can still be undone, or nobody reads it any more. */
        NONE,
        /** By oneself: one answers for the school. */
        WITHDRAW,
        /** By asking those who do. */
        ASK,
        /** It is withdrawn. */
        WITHDRAWN
    }

    /** The address of this letter, below the module. */
    public String address() {
        return "/sent/" + letter;
    }

    /**
     * A recipient and the conversation with them.
     *
     * @param name null if that person has left the collège
     * @param answeredAt null if they have not answered
     * @param gone whether the author has thrown the conversation away
     */
    public record Line(
            UUID conversation, @Nullable String name, @Nullable Instant answeredAt, boolean gone) {}
}
