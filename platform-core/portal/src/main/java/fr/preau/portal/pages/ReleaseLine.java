package fr.preau.portal.pages;

import fr.preau.core.plugins.trust.SignatureStanding;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A jar of a module that was brought.
 *
 * @param sha256 of the jar, in hexadecimal: what a release is known by
 * @param file the name it came with
 * @param size in bytes
 * @param standing of its signature, when it came
 * @param signer who signed it, by name
 * @param by who brought it
 * @param wanted whether it is the one that should run
 */
public record ReleaseLine(
        String sha256,
        String version,
        String file,
        long size,
        SignatureStanding standing,
        @Nullable String signer,
        Instant at,
        String by,
        boolean wanted) {}
