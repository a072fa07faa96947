package fr.preau.communication.messages;

import fr.preau.api.page.PageOf;
import fr.preau.communication.folders.Folder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The conversations in which something was received, newest first.
 *
 * @param q words that were looked for in all but the bin, empty if none were
 * @param write where this person begins a letter, below the module
 * @param box the list they lie in
 * @param fromOlder whether newer ones stand on an earlier page
 * @param older after which line the next page begins, null on the last
 * @param folders this person's own
 */
public record InboxPage(
        PageOf<Line> conversations,
        String q,
        String write,
        Box box,
        boolean fromOlder,
        @Nullable String older,
        List<FolderLine> folders) {

    public InboxPage {
        folders = List.copyOf(folders);
    }

    /** The address of this list with what was looked for, below the module. */
    public String address() {
        return q.isEmpty() ? box.address() : SubjectSearch.address("/messages", q);
    }

    /** The address of its next page. */
    public String olderAddress() {
        String list = address();
        return list
                + (list.contains("?") ? "&" : "?")
                + "older="
                + URLEncoder.encode(String.valueOf(older), StandardCharsets.UTF_8);
    }

    /** A folder to put something in. */
    public record FolderLine(UUID folder, String name) {

        static List<FolderLine> of(List<Folder> folders) {
            return folders.stream().map(f -> new FolderLine(f.id(), f.name())).toList();
        }
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
