package org.example.lostandfound.items;

import fr.preau.api.route.Violations;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One item as the staff see it: who says that it is theirs, and what became of it.
 *
 * @param settledAt when it was returned or given away; null while it waits
 */
public record ReturnPage(
        UUID id,
        String what,
        String place,
        LocalDate foundOn,
        boolean hasPhoto,
        FoundItem.Fate fate,
        String returnedTo,
        @Nullable Instant settledAt,
        List<Claimant> claimants,
        Violations violations) {

    /** Somebody who says that it is theirs. */
    public record Claimant(String name, Instant at) {}

    ReturnPage again(Violations problems) {
        return new ReturnPage(
                id,
                what,
                place,
                foundOn,
                hasPhoto,
                fate,
                returnedTo,
                settledAt,
                claimants,
                problems);
    }
}
