package fr.preau.core.releases;

import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.plugins.trust.SignatureStanding;
import java.lang.module.ModuleDescriptor.Version;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One jar of a module, as it came; it never changes.
 *
 * @param sha256 of the jar, in hexadecimal: what a release is known by
 * @param size in bytes
 * @param file the name it came with
 * @param standing of its signature, when it came
 * @param signer who signed it, by name; empty when nobody did
 * @param addedBy who brought it
 */
public record Release(
        String sha256,
        PluginManifest manifest,
        long size,
        String file,
        SignatureStanding standing,
        Optional<String> signer,
        Instant addedAt,
        String addedBy) {

    /** The newest version first; of two with the same version, the one that came last. */
    public static final Comparator<Release> NEWEST_FIRST =
            Comparator.comparing(Release::order).thenComparing(Release::addedAt).reversed();

    public String module() {
        return manifest.id();
    }

    public String version() {
        return manifest.version();
    }

    /** Whether it is the release of this SHA-256. */
    public boolean is(String other) {
        return sha256.equals(other);
    }

    private Version order() {
        return Version.parse(manifest.version());
    }

    /** Whether its version is lower than the other's. */
    public boolean isOlderThan(Release other) {
        return order().compareTo(other.order()) < 0;
    }
}
