package fr.preau.canteen.registration;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The quotient of an application is accepted.
 *
 * @param income as the tax notice says; null where the family has given none
 * @param shares as the tax notice says
 */
public record AcceptInput(
        @NotNull UUID application, @Nullable String income, @Nullable String shares) {

    String typedIncome() {
        return Objects.requireNonNullElse(income, "").strip();
    }

    String typedShares() {
        return Objects.requireNonNullElse(shares, "").strip();
    }
}
