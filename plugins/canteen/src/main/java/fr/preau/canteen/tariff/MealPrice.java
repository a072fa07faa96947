package fr.preau.canteen.tariff;

/**
 * What a meal costs a child on a day, and why.
 *
 * @param band the number of its band, the first is 1
 * @param cents of one meal
 * @param decision that fixes it
 */
public record MealPrice(int band, int cents, String decision) {}
