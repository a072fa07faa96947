package fr.preau.communication.surveys;

import fr.preau.api.page.PageOf;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The surveys that others have published and that are not over, for the principal. */
public record OthersPage(PageOf<Line> surveys) {

    /**
     * A survey.
     *
     * @param author null for who has left the collège
     */
    public record Line(UUID survey, String title, @Nullable String author, Instant closesAt) {}
}
