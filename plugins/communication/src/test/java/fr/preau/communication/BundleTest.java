package fr.preau.communication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.plugin.Plugin;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundleTest {

    @Test
    void theBundleImportsOnlyWhatAModuleMaySee() throws Exception {
        List<String> imports =
                Stream.of(manifest().getValue("Import-Package").split(",(?=[a-z])", -1))
                        .map(clause -> clause.split(";", 2)[0])
                        .toList();

        assertThat(imports)
                .contains("fr.preau.api.plugin", "jakarta.persistence", "gg.jte")
                .allMatch(
                        name ->
                                name.matches(
                                        "(fr\\.preau\\.api\\.|gg\\.jte|jakarta\\.|javax\\.imageio).*"));
        assertThat(manifest().getValue("Export-Package")).isNull();
    }

    @Test
    void theBundleOffersOneComponent() throws Exception {
        String component = manifest().getValue("Service-Component");

        assertThat(component).isEqualTo("OSGI-INF/fr.preau.communication.CommunicationPlugin.xml");
        assertThat(Files.readString(Path.of("target/classes", component)))
                .contains("<provide interface=\"" + Plugin.class.getName() + "\"/>");
    }

    @Test
    void theLicenceTravelsWithTheBundle() throws Exception {
        assertThat(Files.readString(Path.of("target/classes/META-INF/LICENSE")))
                .contains("EUROPEAN UNION PUBLIC LICENCE");
    }

    private static Attributes manifest() throws Exception {
        try (InputStream file =
                Files.newInputStream(Path.of("target/classes/META-INF/MANIFEST.MF"))) {
            return new Manifest(file).getMainAttributes();
        }
    }
}
