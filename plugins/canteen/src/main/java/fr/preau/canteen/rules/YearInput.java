package fr.preau.canteen.rules;

/**
 * Which school year.
 *
 * @param year the civil year in which it begins
 */
public record YearInput(int year) {}
