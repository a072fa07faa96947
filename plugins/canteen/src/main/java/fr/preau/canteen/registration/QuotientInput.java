package fr.preau.canteen.registration;

import fr.preau.api.files.Upload;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Step 3: by what the price of a meal is found.
 *
 * @param income of the tax notice, as it was typed
 * @param shares of the tax notice, as it was typed
 * @param notice the tax notice itself; null where it is there already
 */
public record QuotientInput(
        @NotNull UUID application,
        @NotNull QuotientSource source,
        @Nullable String income,
        @Nullable String shares,
        @Nullable Upload notice) {

    String typedIncome() {
        return Objects.requireNonNullElse(income, "").strip();
    }

    String typedShares() {
        return Objects.requireNonNullElse(shares, "").strip();
    }
}
