package fr.preau.portal.pages;

import fr.preau.api.school.Profile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom closing writing would concern, asked before it is done.
 *
 * @param colleges where it would be closed
 * @param people how many of each profile, from the last imports
 * @param until when it opens by itself; null where somebody has to open it
 * @param act names what will be done, so that a form sent twice does it once
 */
public record ClosingQuestion(
        List<CollegeName> colleges, List<People> people, @Nullable Instant until, UUID act) {

    public ClosingQuestion {
        colleges = List.copyOf(colleges);
        people = List.copyOf(people);
    }

    /** How many there are of a profile. */
    public record People(Profile profile, int count) {}
}
