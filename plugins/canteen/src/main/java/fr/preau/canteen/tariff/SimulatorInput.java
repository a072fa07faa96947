package fr.preau.canteen.tariff;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the price of a meal is asked for.
 *
 * @param income of the tax notice (revenu fiscal de référence), in euros, as it was typed
 * @param shares of the tax notice (nombre de parts), as it was typed
 * @param days on which the child would eat, by the numbers of ISO 8601: Monday is 1
 */
public record SimulatorInput(
        @Nullable String income, @Nullable String shares, @Nullable List<Integer> days) {

    String typedIncome() {
        return Objects.requireNonNullElse(income, "").strip();
    }

    String typedShares() {
        return Objects.requireNonNullElse(shares, "").strip();
    }

    /** Whether anything is asked. */
    boolean asks() {
        return !typedIncome().isEmpty() || !typedShares().isEmpty();
    }
}
