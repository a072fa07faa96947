package fr.preau.canteen.billing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which family is answered.
 *
 * @param aid what they asked; the first one where it is none
 */
public record AidChosenInput(@Nullable UUID aid) {}
