package fr.preau.portal.pages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a server runs of a module.
 *
 * @param version null when it runs nothing of it
 * @param failure why the version that should run there does not, in the host's words
 * @param at when it last said so
 */
public record NodeLine(
        String node, @Nullable String version, @Nullable String failure, Instant at) {}
