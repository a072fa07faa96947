package fr.preau.canteen.registration;

import fr.preau.api.page.PageOf;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The children whom somebody registers, for their collège to look at.
 *
 * @param list those that wait, or were answered
 * @param own whether the collège runs its canteen, and so decides of applications too
 * @param problem what is wrong with what was typed; null where nothing is
 */
public record IdentitiesPage(
        Check list, boolean own, PageOf<Line> children, @Nullable String problem) {

    /**
     * A child.
     *
     * @param here whether the directory has it as a pupil of the collège
     * @param reason why it was refused, else empty
     * @param checkedBy who looked at it, empty as long as nobody has
     */
    public record Line(
            UUID id,
            String name,
            String className,
            String guardian,
            String year,
            Instant askedAt,
            boolean here,
            String reason,
            String checkedBy) {}
}
