package fr.preau.communication.reports;

import fr.preau.api.page.PageOf;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reports, those that wait or those that are done.
 *
 * @param closed whether those that are done are shown
 */
public record QueuePage(boolean closed, PageOf<Line> reports) {

    /** The address of the list, without its page. */
    public String address() {
        return "/safety/reports" + (closed ? "?done=true" : "");
    }

    /**
     * One report.
     *
     * @param late whether it should have been looked at by now
     */
    public record Line(
            UUID report,
            Evidence.Kind kind,
            String author,
            String subject,
            Report.Outcome outcome,
            Instant dueAt,
            @Nullable Instant closedAt,
            boolean late) {}
}
