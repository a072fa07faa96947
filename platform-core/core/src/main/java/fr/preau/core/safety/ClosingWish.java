package fr.preau.core.safety;

import fr.preau.api.safety.Closure;
import fr.preau.api.school.Profile;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants closed.
 *
 * @param act names what is done, so that a form sent twice does it once
 * @param by on whose behalf, which is who may open it again
 * @param profiles who can't write then
 * @param notice what they are told
 * @param until when it opens by itself; null where somebody has to open it
 */
public record ClosingWish(
        UUID act, Closure.By by, Set<Profile> profiles, String notice, @Nullable Instant until) {

    /** How long a notice may be. */
    public static final int LONGEST_NOTICE = 500;

    public ClosingWish {
        profiles = Set.copyOf(profiles);
        if (profiles.isEmpty() || profiles.contains(Profile.OPERATOR)) {
            throw new IllegalArgumentException("writing is closed for people of collèges");
        }
        if (notice.isBlank() || notice.length() > LONGEST_NOTICE) {
            throw new IllegalArgumentException("a closing has a notice that can be read");
        }
    }
}
