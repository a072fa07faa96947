package fr.preau.core.identity;

import fr.preau.api.school.Uai;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is signed in: their account, their session and all they are.
 *
 * @param operator whether they work for the Département
 */
public record SignedIn(
        UUID session,
        UUID account,
        @Nullable String login,
        String givenName,
        String familyName,
        boolean operator,
        List<Membership> memberships) {

    public SignedIn {
        memberships = List.copyOf(memberships);
    }

    public String displayName() {
        return givenName + " " + familyName;
    }

    /** What they are at a collège, the profile with the most duties first. */
    public List<Membership> at(Uai uai) {
        return memberships.stream()
                .filter(membership -> membership.uai().equals(uai))
                .sorted((a, b) -> b.profile().compareTo(a.profile()))
                .toList();
    }
}
