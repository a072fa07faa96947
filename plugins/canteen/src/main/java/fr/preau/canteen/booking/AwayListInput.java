package fr.preau.canteen.booking;

import org.jspecify.annotations.Nullable;

/**
 * Who is away at noon.
 *
 * @param in the class whose pupils are shown to choose from; null for none
 */
public record AwayListInput(@Nullable String in) {}
