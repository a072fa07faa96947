package fr.preau.canteen.booking;

import fr.preau.api.event.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fact {@code canteen.MealsChanged}: meals of a collège are not taken, or taken after all. */
@Fact("canteen.MealsChanged")
public record MealsChanged(List<Change> changes) {

    /** As many as one fact holds. */
    static final int MOST = 250;

    public MealsChanged {
        changes = List.copyOf(changes);
    }

    /**
     * A meal.
     *
     * @param child in its application
     * @param kind why it is not taken; null where it is
     * @param inTime whether it was said before the cut-off
     */
    public record Change(UUID child, LocalDate day, @Nullable ChangeKind kind, boolean inTime) {}
}
