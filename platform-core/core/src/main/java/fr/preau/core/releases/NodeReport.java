package fr.preau.core.releases;

import java.time.Instant;
import java.util.Optional;

/**
 * What a node last said of a module.
 *
 * @param release the SHA-256 of the release that runs there
 * @param failure why the desired one does not
 * @param since when it said so
 */
public record NodeReport(
        String node,
        String module,
        Optional<String> release,
        Optional<String> failure,
        Instant since) {}
