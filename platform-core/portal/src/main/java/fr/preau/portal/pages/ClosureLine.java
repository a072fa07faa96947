package fr.preau.portal.pages;

import fr.preau.api.safety.Closure;
import fr.preau.api.school.Profile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writing that is closed now.
 *
 * @param collegeName where; null at all collèges
 * @param closedBy the name of who did it
 * @param until when it opens by itself; null where somebody has to open it
 * @param yours whether whoever looks may open it again
 */
public record ClosureLine(
        UUID id,
        List<Profile> profiles,
        @Nullable String collegeName,
        Closure.By by,
        String closedBy,
        Instant since,
        @Nullable Instant until,
        String notice,
        boolean yours) {

    public ClosureLine {
        profiles = List.copyOf(profiles);
    }
}
