package fr.preau.communication.drafts;

import fr.preau.api.page.PageOf;
import fr.preau.api.text.RichText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has begun to write, the newest first.
 *
 * @param write where this person begins a letter, below the module
 */
public record DraftsPage(PageOf<Line> drafts, String write) {

    /**
     * A draft.
     *
     * @param subject as it was typed, empty if nothing was
     * @param beginning of its text, empty if there is none
     * @param reply whether it answers somebody
     * @param to how many persons and groups are chosen
     * @param address where it is gone on with, below the module
     * @param sendAt when it will be sent, null where its author sends it
     * @param couldNot whether it could not be sent at its time
     */
    public record Line(
            UUID draft,
            String subject,
            String beginning,
            boolean reply,
            int to,
            String address,
            Instant savedAt,
            @Nullable Instant sendAt,
            boolean couldNot) {

        private static final int BEGINNING = 120;

        static Line of(KeptDraft draft) {
            DraftContent content = draft.content();
            String text = RichText.of(content.text()).plain().replaceAll("\\s+", " ");
            return new Line(
                    draft.id(),
                    content.subject().strip(),
                    text.length() > BEGINNING
                            ? text.substring(0, text.offsetByCodePoints(0, cut(text))) + "…"
                            : text,
                    content.isReply(),
                    content.to().size(),
                    content.address(draft.id()),
                    draft.savedAt(),
                    draft.state().sendAt(),
                    draft.couldNot());
        }

        /** In whole characters, so that none is cut through. */
        private static int cut(String text) {
            return Math.min(BEGINNING, text.codePointCount(0, text.length()));
        }
    }
}
