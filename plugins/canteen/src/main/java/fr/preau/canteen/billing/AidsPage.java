package fr.preau.canteen.billing;

import fr.preau.api.route.Violations;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The families who wait for an answer, the first first.
 *
 * @param chosen who is answered; null where nobody waits
 */
public record AidsPage(List<Line> aids, @Nullable UUID chosen, Violations violations) {

    public AidsPage {
        aids = List.copyOf(aids);
    }

    /**
     * What one of them says.
     *
     * @param left of the invoice to be paid, in cents
     */
    public record Line(
            UUID aid,
            UUID invoice,
            String reference,
            String asker,
            String words,
            Instant askedAt,
            int left) {}
}
