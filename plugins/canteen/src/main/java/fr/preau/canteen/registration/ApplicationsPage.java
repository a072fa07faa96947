package fr.preau.canteen.registration;

import fr.preau.api.page.PageOf;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The applications that those look at who run the canteen.
 *
 * @param own whether they come here
 * @param list which of the lists
 * @param problem what is wrong with a bulk act; null where nothing is
 */
public record ApplicationsPage(
        boolean own,
        ApplicationsInput.Kind list,
        PageOf<Line> applications,
        @Nullable String problem) {

    /**
     * One of them.
     *
     * @param quotient in cents; null where none is given
     * @param band of it today; null where no tariff is fixed
     */
    public record Line(
            UUID application,
            String guardian,
            List<String> children,
            @Nullable Integer quotient,
            @Nullable Integer band,
            Instant sentAt,
            boolean late) {

        public Line {
            children = List.copyOf(children);
        }
    }
}
