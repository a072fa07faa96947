package fr.preau.canteen.registration;

import fr.preau.api.route.Violations;
import fr.preau.canteen.tariff.MealPrice;
import org.jspecify.annotations.Nullable;

/**
 * Step 3: by what the price of a meal is found.
 *
 * @param source null as long as nothing is said
 * @param income as it was typed, or is kept
 * @param shares as it was typed, or is kept
 * @param file the name of the tax notice that is kept
 * @param price that follows from what is kept; null where nothing is, or no tariff is fixed
 * @param quotient in cents; null where none is given
 * @param dearest what a meal costs whoever gives none; null where no tariff is fixed
 */
public record QuotientPage(
        Step step,
        @Nullable QuotientSource source,
        String income,
        String shares,
        @Nullable String file,
        @Nullable MealPrice price,
        @Nullable Integer quotient,
        @Nullable MealPrice dearest,
        Violations violations) {}
