package fr.preau.canteen.tariff;

import org.jspecify.annotations.Nullable;

/**
 * A band of a tariff: what a meal costs whom.
 *
 * @param from the lowest quotient that is in it, in cents
 * @param to the highest one, in cents; null where there is none
 * @param price of a meal, in cents
 */
public record Band(int from, @Nullable Integer to, int price) {

    boolean has(Quotient quotient) {
        return from <= quotient.cents() && (to == null || quotient.cents() <= to);
    }
}
