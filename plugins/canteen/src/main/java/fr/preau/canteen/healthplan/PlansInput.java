package fr.preau.canteen.healthplan;

import org.jspecify.annotations.Nullable;

/**
 * The health plans of a collège.
 *
 * @param in the class whose pupils are shown to choose from; null for none
 */
public record PlansInput(@Nullable String in) {}
