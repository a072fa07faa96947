package fr.preau.communication.circulars;

import org.jspecify.annotations.Nullable;

/**
 * An answer that a child still waits for.
 *
 * @param guardian who is asked, null where nobody is asked any more
 */
public record MissingAnswer(String className, String child, @Nullable String guardian) {}
