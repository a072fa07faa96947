package fr.preau.communication.circulars;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which draft.
 *
 * @param version of the draft that was looked at, to be sent
 */
public record DraftIdInput(UUID draft, @Nullable Integer version) {}
