package fr.preau.communication.reports;

import fr.preau.api.page.PageOf;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reports: those that wait, those that are done, or what was deleted. */
public record QueuePage(View view, PageOf<Line> reports) {

    /** One of the lists. */
    public enum View {
        OPEN(""),
        DONE("?done=true"),
        /** What was deleted, or written anew, after it was read. */
        DELETED("?deleted=true");

        private final String query;

        View(String query) {
            this.query = query;
        }

        /** Where it is, below the module, without its page. */
        public String address() {
            return "/safety/reports" + query;
        }
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
