package fr.preau.core.plugins.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The licence a module brings, word for word, as its jar holds it. */
public record LicenceText(String text) {

    /** Where it is looked for, the first that is there. */
    public static final List<String> PLACES =
            List.of("META-INF/LICENSE", "META-INF/LICENSE.txt", "META-INF/LICENSE.md");

    private static final int LARGEST = 256 << 10;

    /** Empty if the jar has none, or none that can be read and shown. */
    public static Optional<LicenceText> of(Path jar) {
        for (String place : PLACES) {
            try {
                Optional<byte[]> bytes = BoundedEntry.read(jar, place, LARGEST);
                if (bytes.isPresent()) {
                    return Optional.of(
                            new LicenceText(new String(bytes.get(), StandardCharsets.UTF_8)));
                }
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
