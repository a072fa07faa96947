package fr.preau.core.releases;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A jar of the folder that does not run, and why.
 *
 * @param file its name
 * @param module the module it would be, if that much can be read
 * @param version its version, if that much can be read
 */
public record RefusedJar(
        String file, Optional<String> module, Optional<String> version, String reason) {

    static RefusedJar unreadable(Path jar, String reason) {
        return new RefusedJar(
                jar.getFileName().toString(), Optional.empty(), Optional.empty(), reason);
    }

    static RefusedJar of(ModuleJar jar, String reason) {
        return new RefusedJar(
                jar.file(), Optional.of(jar.id()), Optional.of(jar.manifest().version()), reason);
    }
}
