package fr.preau.communication.messages;

import fr.preau.api.page.PageOf;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The letters a person has sent, newest first.
 *
 * @param q words that were looked for in all but the bin, empty if none were
 * @param write where this person begins a letter, below the module
 * @param box the list they lie in
 * @param folders this person's own
 */
public record SentPage(
        PageOf<Line> letters,
        String q,
        String write,
        SentBox box,
        List<InboxPage.FolderLine> folders) {

    public SentPage {
        folders = List.copyOf(folders);
    }

    /** The address of this list with what was looked for, below the module. */
    public String address() {
        return q.isEmpty() ? box.address() : SubjectSearch.address("/sent", q);
    }

    /**
     * A letter.
     *
     * @param soleRecipient the name of the only recipient, null if there are several or the person
     *     has left
     */
    public record Line(
            UUID letter,
            String subject,
            List<AddressedGroup> groups,
            int recipients,
            @Nullable String soleRecipient,
            Instant sentAt) {}
}
