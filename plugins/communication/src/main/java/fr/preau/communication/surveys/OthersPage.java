package fr.preau.communication.surveys;

import fr.preau.api.page.PageOf;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The surveys that others have published: those that are not over, or those of people who have
 * left.
 *
 * @param seesLeft whether the reader reads the results of these
 * @param left whether these are shown
 */
public record OthersPage(PageOf<Line> surveys, boolean seesLeft, boolean left) {

    /**
     * A survey.
     *
     * @param author null for who has left the collège
     */
    public record Line(UUID survey, String title, @Nullable String author, Instant closesAt) {}
}
