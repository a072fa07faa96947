package fr.preau.communication.calendar;

import fr.preau.api.files.Upload;
import org.jspecify.annotations.Nullable;

/**
 * A calendar file.
 *
 * @param kind for the collège or for oneself
 */
public record ImportInput(@Nullable EventKind kind, @Nullable Upload file) {}
