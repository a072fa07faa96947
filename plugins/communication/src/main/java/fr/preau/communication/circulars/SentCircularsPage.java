package fr.preau.communication.circulars;

import fr.preau.api.page.PageOf;
import java.util.List;

/**
 * What somebody has written, sent or not.
 *
 * @param drafts the newest twenty
 * @param mayWrite whether this person writes circulars at all
 * @param ofAll whether the circulars of all authors are shown
 */
public record SentCircularsPage(
        List<CircularDraftRow> drafts,
        PageOf<SentCircularRow> circulars,
        boolean ofAll,
        boolean mayWrite) {

    public SentCircularsPage {
        drafts = List.copyOf(drafts);
    }
}
