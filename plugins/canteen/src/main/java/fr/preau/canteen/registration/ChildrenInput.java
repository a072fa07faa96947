package fr.preau.canteen.registration;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Step 1: which children.
 *
 * @param child as their collèges know them
 */
public record ChildrenInput(@NotNull UUID application, @Nullable List<UUID> child) {

    List<UUID> chosen() {
        return child == null ? List.of() : child;
    }
}
