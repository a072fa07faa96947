package fr.preau.communication.news;

import java.time.Instant;
import java.util.UUID;

/** What the card reads of a news. */
public record NewsRow(
        UUID id,
        NewsOrigin origin,
        String title,
        Instant publishAt,
        Instant endAt,
        boolean pinned,
        String places) {

    boolean isSeen(Moment moment) {
        return !moment.outOf(origin).isBefore(publishAt) && moment.now().isBefore(endAt);
    }
}
