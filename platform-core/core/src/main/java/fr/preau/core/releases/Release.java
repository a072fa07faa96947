package fr.preau.core.releases;

import fr.preau.core.plugins.manifest.PluginManifest;
import java.lang.module.ModuleDescriptor.Version;
import java.time.Instant;
import java.util.Comparator;

/**
 * One jar of a module, as it came; it never changes.
 *
 * @param sha256 of the jar, in hexadecimal: what a release is known by
 * @param size in bytes
 * @param file the name it came with
 * @param addedBy who brought it
 */
public record Release(
        String sha256,
        PluginManifest manifest,
        long size,
        String file,
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

    private Version order() {
        return Version.parse(manifest.version());
    }

    /** Whether its version is lower than the other's. */
    public boolean isOlderThan(Release other) {
        return order().compareTo(other.order()) < 0;
    }
}
