package fr.preau.communication.news;

import fr.preau.api.page.PageOf;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list at the desk of those who write.
 *
 * @param publishes whether this person sees more than their own
 */
public record DeskPage(DeskView view, boolean publishes, PageOf<Line> news) {

    /** The address of this list, below the module. */
    public String address() {
        return "/newsroom?view=" + view;
    }

    /**
     * One of them.
     *
     * @param author null if it is one's own, or that person has left the collège
     */
    public record Line(
            UUID id, String title, Stage stage, Instant changedAt, @Nullable String author) {}

    /** Where it stands, as people say it. */
    public enum Stage {
        DRAFT,
        /** A draft that came back with a word. */
        RETURNED,
        REVIEW,
        SCHEDULED,
        SEEN,
        ENDED,
        WITHDRAWN,
        ARCHIVED;

        static Stage of(News news, Moment now) {
            return switch (news.state()) {
                case DRAFT -> news.remark().isEmpty() ? DRAFT : RETURNED;
                case REVIEW -> REVIEW;
                case WITHDRAWN -> WITHDRAWN;
                case ARCHIVED -> ARCHIVED;
                case PUBLISHED ->
                        news.isSeen(now) ? SEEN : news.hasEnded(now.now()) ? ENDED : SCHEDULED;
            };
        }
    }
}
