package fr.preau.core.announcements;

import fr.preau.api.event.departement.Announced;
import fr.preau.api.event.departement.Announced.Kind;
import fr.preau.api.school.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that the Département tells the people of many collèges, written once.
 *
 * <p>It is accepted with the list of its collèges, then told in each of them by a fact of its own,
 * and delivered there by whatever module listens. What a crash cuts short is told again, and
 * delivered once.
 *
 * @param acceptedBy who wrote it, as the journal names them
 */
public record Announcement(
        UUID id,
        Kind kind,
        String title,
        String text,
        Set<Profile> profiles,
        @Nullable Instant endsAt,
        String acceptedBy,
        Instant acceptedAt) {

    public static final int LONGEST_TITLE = 150;
    public static final int LONGEST_TEXT = 10_000;

    public Announcement {
        profiles = Set.copyOf(profiles);
    }

    Announced fact() {
        List<Profile> sorted = profiles.stream().sorted().toList();
        return new Announced(id, kind, title, text, sorted, endsAt);
    }
}
