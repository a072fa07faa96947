package fr.preau.core.releases;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a node last said of a module.
 *
 * @param release the SHA-256 of the release that runs there
 * @param beside other releases that still serve some collège there, or end their last calls
 * @param failure why the desired one does not
 * @param at when it last said so
 */
public record NodeReport(
        String node,
        String module,
        Optional<String> release,
        Set<String> beside,
        Optional<String> failure,
        Instant at) {

    public NodeReport {
        beside = Set.copyOf(beside);
    }

    /** Whether no release but this one can do anything there. */
    boolean hasNothingBut(String sha256) {
        return beside.stream().allMatch(sha256::equals)
                && release.filter(other -> !other.equals(sha256)).isEmpty();
    }

    /** Whether this release runs there. */
    public boolean runs(Release other) {
        return release.filter(other::is).isPresent();
    }
}
