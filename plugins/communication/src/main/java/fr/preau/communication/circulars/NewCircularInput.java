package fr.preau.communication.circulars;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A circular to begin.
 *
 * @param replaces the circular that it corrects
 */
public record NewCircularInput(@Nullable UUID replaces) {}
