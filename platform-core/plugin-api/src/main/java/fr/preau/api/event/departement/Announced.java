package fr.preau.api.event.departement;

import fr.preau.api.event.Fact;
import fr.preau.api.school.Profile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The Département tells people of the collège something; its subject is the announcement.
 *
 * <p>A module that has brought it to them says so by publishing a fact of its own, named {@code
 * <module>.AnnouncementDelivered}, with the announcement as its subject and in its members {@code
 * announcement} and {@code people}: how many have it.
 *
 * @param announcement its identity, the same in all collèges
 * @param kind how it is to be brought
 * @param text plain text with line breaks
 * @param profiles whom it is for
 * @param endsAt until when a news is shown; null for no end
 */
@Fact("departement.Announced")
public record Announced(
        UUID announcement,
        Kind kind,
        String title,
        String text,
        List<Profile> profiles,
        @Nullable Instant endsAt) {

    /** How something is brought to people. */
    public enum Kind {
        /** It stands among the news of the collège. */
        NEWS,
        /** Each of them receives it, and nobody can answer. */
        MESSAGE
    }

    public Announced {
        profiles = List.copyOf(profiles);
    }
}
