package fr.preau.core.identity;

import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.Uai;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

    /** What they are at a place, the profile with the most duties first. */
    public List<Membership> at(Uai uai) {
        return uai.isDepartement() ? atDepartement(uai) : atCollege(uai);
    }

    /**
     * The Département knows people by their accounts, not by what a collège imported: those who
     * work for it, and the guardians of any collège.
     */
    private List<Membership> atDepartement(Uai uai) {
        List<Membership> there = new ArrayList<>();
        PersonId self = new PersonId(account);
        if (operator) {
            there.add(new Membership(uai, self, Profile.OPERATOR, Set.of()));
        }
        if (memberships.stream().anyMatch(m -> m.profile() == Profile.GUARDIAN)) {
            there.add(new Membership(uai, self, Profile.GUARDIAN, Set.of()));
        }
        return there;
    }

    private List<Membership> atCollege(Uai uai) {
        return memberships.stream()
                .filter(membership -> membership.uai().equals(uai))
                .sorted((a, b) -> b.profile().compareTo(a.profile()))
                .toList();
    }
}
