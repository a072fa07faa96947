package fr.preau.core.banners;

import fr.preau.api.page.Tone;
import fr.preau.api.school.Profile;
import fr.preau.api.school.Uai;
import fr.preau.core.identity.Membership;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An urgent message as it stands above pages.
 *
 * <p>It is shown from its start to its end, by itself. Changed, it counts a version, and whoever
 * had hidden it sees it again.
 *
 * @param owner the collège that shows it to its own people; null for the Département
 * @param link an address within Préau, empty for none
 * @param profiles who sees it
 * @param colleges whose people see it; empty for all. One of a collège is for that one
 * @param onSignIn whether who has not signed in sees it too; only of the Département
 */
public record Banner(
        UUID id,
        @Nullable Uai owner,
        String text,
        Tone tone,
        String link,
        Set<Profile> profiles,
        Set<Uai> colleges,
        boolean onSignIn,
        Instant from,
        Instant until,
        int version) {

    public static final int LONGEST = 200;

    public Banner {
        profiles = Set.copyOf(profiles);
        colleges = Set.copyOf(colleges);
    }

    public boolean isOfTheDepartement() {
        return owner == null;
    }

    /** Whether it is shown at this moment. */
    public boolean isShown(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }

    /** Whether it is for somebody who belongs there as these. */
    public boolean isFor(Collection<Membership> memberships) {
        return memberships.stream()
                .anyMatch(
                        membership ->
                                profiles.contains(membership.profile())
                                        && concerns(membership.uai()));
    }

    private boolean concerns(Uai uai) {
        return owner == null ? colleges.isEmpty() || colleges.contains(uai) : owner.equals(uai);
    }
}
