package fr.preau.communication.surveys;

import fr.preau.api.page.PageOf;
import java.time.Instant;
import java.util.UUID;

/**
 * The surveys that ask the reader, or that the reader has begun, those that close last first.
 *
 * @param mine whether it is the list of the reader's own
 * @param writes whether the reader may begin surveys
 * @param overlooks whether the reader may see what others ask
 */
public record SurveysPage(PageOf<Line> surveys, boolean mine, boolean writes, boolean overlooks) {

    /** A survey. */
    public record Line(UUID survey, String title, Instant closesAt, State state) {}

    /** What there is to do about it. */
    public enum State {
        DRAFT,
        WITHDRAWN,
        SOON,
        OPEN,
        ANSWERED,
        CLOSED
    }
}
