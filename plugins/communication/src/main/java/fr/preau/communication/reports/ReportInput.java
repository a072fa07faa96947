package fr.preau.communication.reports;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the addresses of reports take. */
public final class ReportInput {

    private ReportInput() {}

    /**
     * A message to be reported.
     *
     * @param message a letter or a reply of the conversation
     */
    public record OfMessage(UUID conversation, @Nullable UUID message) {}

    /** A letter of the caller's own. */
    public record OfOwn(UUID letter) {}

    /** Something that was published. */
    public record OfPublication(Evidence.Kind kind, UUID thing) {}

    public record Own(UUID report) {}

    /** A file that was taken with the evidence of a report. */
    public record OfFile(UUID report, UUID attachment) {}

    public record Because(UUID report, @Nullable String reason) {

        String why() {
            return Objects.requireNonNullElse(reason, "").strip();
        }
    }

    /**
     * @param done whether those that are done are to be shown
     * @param deleted whether what was deleted is to be shown
     */
    public record Queue(boolean done, boolean deleted, @Nullable Integer page) {

        QueuePage.View view() {
            if (deleted) {
                return QueuePage.View.DELETED;
            }
            return done ? QueuePage.View.DONE : QueuePage.View.OPEN;
        }

        int number() {
            return page == null ? 1 : Math.max(1, Math.min(page, 10_000));
        }
    }

    public record Closing(UUID report, Report.@Nullable Outcome outcome, @Nullable String note) {

        String noted() {
            return Objects.requireNonNullElse(note, "").strip();
        }
    }
}
