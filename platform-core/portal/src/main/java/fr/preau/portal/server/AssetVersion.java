package fr.preau.portal.server;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;

/** The token in the addresses of the assets, which changes whenever one of them does. */
final class AssetVersion {

    private AssetVersion() {}

    static String of(ServletContext context) throws IOException {
        CRC32 sum = new CRC32();
        Set<String> assets = context.getResourcePaths("/assets/");
        for (String asset : new TreeSet<>(assets == null ? Set.of() : assets)) {
            try (InputStream in = context.getResourceAsStream(asset)) {
                if (in != null) {
                    sum.update(in.readAllBytes());
                }
            }
        }
        return Long.toHexString(sum.getValue());
    }
}
