package fr.preau.communication.circulars;

import fr.preau.api.page.PageOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The circulars a guardian received for their children: what asks for an answer first. */
public record ReceivedCircularsPage(PageOf<Line> circulars) {

    public record Line(
            UUID circular,
            String title,
            String child,
            String className,
            LocalDate deadline,
            Instant sentAt,
            State state) {}

    /** Where a circular stands for a child, as this guardian sees it. */
    public enum State {
        TO_ANSWER,
        OVERDUE,
        ANSWERED,
        /** The other guardian did, and one is enough. */
        ANSWERED_BY_OTHER,
        REPLACED
    }
}
