package fr.preau.canteen.billing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A billing run, and which of its invoices.
 *
 * @param name of those that are looked for
 * @param page from 1
 */
public record RunViewInput(
        @NotNull UUID run, @Nullable @Size(max = 160) String name, @Nullable Integer page) {

    String typed() {
        return name == null ? "" : name.strip();
    }

    int number() {
        return page == null || page < 1 ? 1 : page;
    }
}
