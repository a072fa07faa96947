package fr.preau.canteen.booking;

import fr.preau.api.event.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The fact {@code canteen.PupilsAway}: a collège says that pupils are away at noon, or are there
 * after all.
 *
 * @param pupils as the collège knows them
 * @param away false where they are there after all
 * @param reason as families read it
 */
@Fact("canteen.PupilsAway")
public record PupilsAway(
        List<UUID> pupils, LocalDate first, LocalDate last, boolean away, String reason) {

    /** As many as one fact holds. */
    static final int MOST = 1000;

    public PupilsAway {
        pupils = List.copyOf(pupils);
    }
}
