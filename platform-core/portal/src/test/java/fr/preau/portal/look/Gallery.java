package fr.preau.portal.look;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * Writes every page to {@code target/gallery}, to be looked at in a browser without a server. Run
 * it in the folder of the portal.
 */
public final class Gallery {

    private static final String BOOTSTRAP = "webjars/bootstrap/5.3.8/dist/css/bootstrap.min.css";

    private Gallery() {}

    public static void main(String[] arguments) throws IOException {
        Path target = Path.of("target", "gallery");
        Path accents = Files.createDirectories(target.resolve("assets/accent"));
        copyAssets(target.resolve("assets"));
        copyBootstrap(target.resolve(BOOTSTRAP));
        String accent = Examples.SEVRES.accent();
        Files.writeString(
                accents.resolve(accent.substring(1) + ".css"),
                ":root{--preau-accent:" + accent + "}",
                UTF_8);
        for (Map.Entry<String, String> page : new Examples().documents().entrySet()) {
            String relative =
                    page.getValue()
                            .replace("\"/assets/", "\"assets/")
                            .replace("\"/webjars/", "\"webjars/");
            Files.writeString(target.resolve(page.getKey() + ".html"), relative, UTF_8);
        }
    }

    private static void copyAssets(Path target) throws IOException {
        try (DirectoryStream<Path> assets =
                Files.newDirectoryStream(Path.of("src/main/webapp/assets"))) {
            for (Path asset : assets) {
                Files.copy(
                        asset,
                        target.resolve(asset.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void copyBootstrap(Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream css =
                Gallery.class.getResourceAsStream("/META-INF/resources/" + BOOTSTRAP)) {
            Files.copy(css, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
