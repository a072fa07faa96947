package fr.preau.core.releases;

import java.time.Instant;
import java.util.Optional;

/**
 * What a node last said of a module.
 *
 * @param release the SHA-256 of the release that runs there
 * @param failure why the desired one does not
 * @param at when it last said so
 */
public record NodeReport(
        String node,
        String module,
        Optional<String> release,
        Optional<String> failure,
        Instant at) {

    /** Whether this release runs there. */
    public boolean runs(Release other) {
        return release.filter(other::is).isPresent();
    }
}
