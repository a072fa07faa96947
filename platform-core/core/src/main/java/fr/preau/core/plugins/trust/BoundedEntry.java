package fr.preau.core.plugins.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** One file out of a jar, read only up to a size. */
final class BoundedEntry {

    private BoundedEntry() {}

    /** Empty if the jar has no such entry; fails if it is larger than that. */
    static Optional<byte[]> read(Path jar, String name, int largest) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null || entry.isDirectory()) {
                return Optional.empty();
            }
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] bytes = in.readNBytes(largest + 1);
                if (bytes.length > largest) {
                    throw new IOException(name + " is larger than " + largest + " bytes");
                }
                return Optional.of(bytes);
            }
        }
    }
}
