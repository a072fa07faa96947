package fr.preau.canteen.service;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose badges are shown.
 *
 * @param in a class, or {@code adults}; null for none
 * @param person whose badge is to be read next; null for the first who has none
 */
public record BadgesInput(@Nullable String in, @Nullable UUID person) {}
