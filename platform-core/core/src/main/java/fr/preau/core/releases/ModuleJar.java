package fr.preau.core.releases;

import fr.preau.core.plugins.manifest.PluginManifest;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;

/**
 * A jar of the folder whose manifest can be read.
 *
 * @param look how the file was found; another look is another jar, even of the same version
 */
record ModuleJar(Path path, FileLook look, PluginManifest manifest) {

    /** The newest version first; of two files with the same version, the one written last. */
    static final Comparator<ModuleJar> NEWEST_FIRST =
            Comparator.comparing(ModuleJar::version)
                    .thenComparing((ModuleJar jar) -> jar.look.modified())
                    .reversed();

    String id() {
        return manifest.id();
    }

    String file() {
        return path.getFileName().toString();
    }

    private Version version() {
        return Version.parse(manifest.version());
    }

    /**
     * How a file was found.
     *
     * @param size in bytes
     */
    record FileLook(long size, Instant modified) {}
}
