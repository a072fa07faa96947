package fr.preau.core.safety;

import fr.preau.api.safety.Closure;
import fr.preau.api.school.Profile;
import fr.preau.api.school.Uai;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A closing of writing; what has ended is kept for as long as another one follows on it.
 *
 * @param uai where; null at all collèges
 * @param profiles who can't write
 * @param told what these people are told
 * @param closedBy the name of who did it
 */
public record WritingClosure(
        UUID id, @Nullable Uai uai, Set<Profile> profiles, Closure told, String closedBy) {

    public WritingClosure {
        profiles = Set.copyOf(profiles);
    }

    public Optional<Uai> where() {
        return Optional.ofNullable(uai);
    }

    /** Whether it was closed for this collège, alone or with all others. */
    public boolean isAt(Uai college) {
        return uai == null || uai.equals(college);
    }

    boolean holds(Instant now) {
        Instant until = told.until();
        return until == null || now.isBefore(until);
    }
}
