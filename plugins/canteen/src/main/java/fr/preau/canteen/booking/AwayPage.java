package fr.preau.canteen.booking;

import fr.preau.api.route.Violations;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is away at noon, from today on, and the form for more.
 *
 * @param key of the form
 * @param classes to choose from
 * @param in the class that is chosen; null for none
 * @param pupils of that class
 * @param first as it was typed
 * @param last as it was typed
 * @param reason as it was typed
 */
public record AwayPage(
        UUID key,
        List<Line> away,
        List<OfClass> classes,
        @Nullable OfClass in,
        List<Pupil> pupils,
        Set<UUID> chosen,
        String first,
        String last,
        String reason,
        Violations violations) {

    public AwayPage {
        away = List.copyOf(away);
        classes = List.copyOf(classes);
        pupils = List.copyOf(pupils);
        chosen = Set.copyOf(chosen);
    }

    /** Some who are away. */
    public record Line(
            UUID away, String who, String reason, LocalDate first, LocalDate last, String by) {}

    public record OfClass(String id, String name) {}

    public record Pupil(UUID id, String name) {}
}
