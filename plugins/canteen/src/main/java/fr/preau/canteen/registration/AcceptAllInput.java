package fr.preau.canteen.registration;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Several are accepted at once.
 *
 * @param chosen which ones
 */
public record AcceptAllInput(@Nullable List<UUID> chosen) {

    List<UUID> all() {
        return chosen == null ? List.of() : chosen.stream().distinct().toList();
    }
}
