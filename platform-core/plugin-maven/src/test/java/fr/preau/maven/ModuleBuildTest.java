package fr.preau.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleBuildTest {

    private static final String BUNDLE =
            """
            Bundle-SymbolicName: garden
            Import-Package: !org.jspecify.annotations,*
            -noimportjava: true
            """;

    private Path folder = Path.of(".");

    private ModuleSources sources = new ModuleSources(Path.of("."));

    @BeforeEach
    void aModuleWithOneOfEach(@TempDir Path empty) throws IOException {
        folder = empty;
        sources = new ModuleSources(folder.resolve("src/main"));
        write(
                "java/garden/Garden.java",
                """
                package garden;
                import fr.preau.api.plugin.Plugin;
                import fr.preau.api.route.Route;
                import java.util.List;
                import org.osgi.service.component.annotations.Component;
                @Component(service = Plugin.class)
                public final class Garden implements Plugin {
                    public List<Route<?, ?>> routes() { return List.of(); }
                    Object bed() { return new garden.templates.StaticTemplates().bed("thyme"); }
                }
                """);
        write("jte/bed.jte", "@param String plant\n<p>${plant}</p>\n");
        write("resources/META-INF/preau/plugin.json", "{}");
    }

    private void write(String file, String content) throws IOException {
        Path path = sources.folder().resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private ModuleBuild build() {
        return new ModuleBuild(
                sources,
                "garden",
                folder.resolve("work"),
                Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                        .splitAsStream(System.getProperty("java.class.path"))
                        .map(Path::of)
                        .filter(Files::isRegularFile)
                        .toList(),
                BUNDLE,
                "1.2.0-SNAPSHOT");
    }

    private Path built() throws IOException, NotBuilt {
        Path jar = folder.resolve("garden.jar");
        build().into(jar);
        return jar;
    }

    @Test
    void theJarIsABundleWithItsComponentItsTemplatesAndItsManifest() throws Exception {
        try (JarFile jar = new JarFile(built().toFile())) {
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .contains(
                            "META-INF/preau/plugin.json",
                            "OSGI-INF/garden.Garden.xml",
                            "garden/Garden.class",
                            "garden/templates/StaticTemplates.class");
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.getValue("Service-Component"))
                    .isEqualTo("OSGI-INF/garden.Garden.xml");
            assertThat(manifest.getValue("Import-Package"))
                    .containsPattern("fr\\.preau\\.api\\.plugin;version=\"\\[1\\.\\d+,2\\)\"")
                    .contains("gg.jte");
            assertThat(manifest.getValue("Bundle-Version")).isEqualTo("1.2.0.SNAPSHOT");
        }
    }

    @Test
    void aMistakeInATemplateIsSaidWithItsPlace() throws Exception {
        write("jte/bed.jte", "@param String plant\n<p>${plant</p>\n");

        assertThatThrownBy(this::built)
                .isInstanceOf(NotBuilt.class)
                .hasMessageContaining("bed.jte");
    }

    @Test
    void aMistakeInAClassIsSaidWithItsPlace() throws Exception {
        write("java/garden/Weed.java", "package garden;\nclass Weed { int roots() { } }\n");

        assertThatThrownBy(this::built)
                .isInstanceOf(NotBuilt.class)
                .hasMessageContaining("Weed.java:2");
    }

    @Test
    void whatWasDeletedIsInTheNextJarNoMore() throws Exception {
        write("java/garden/Weed.java", "package garden;\nclass Weed {}\n");
        built();
        Files.delete(sources.java().resolve("garden/Weed.java"));

        try (JarFile jar = new JarFile(built().toFile())) {
            assertThat(jar.getEntry("garden/Weed.class")).isNull();
        }
    }

    @Test
    void aSaveIsSeenEvenIfTheLengthIsTheSame() throws Exception {
        Object before = sources.state();
        assertThat(sources.state()).isEqualTo(before);

        Path template = sources.templates().resolve("bed.jte");
        Files.setLastModifiedTime(template, FileTime.from(Instant.parse("2026-11-03T13:05:00Z")));

        assertThat(sources.state()).isNotEqualTo(before);
    }

    @Test
    void eachSaveComesIntoTheDemoOnce() throws Exception {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        SavedModule module =
                new SavedModule(sources, build(), inbox, "garden", new SystemStreamLog());
        Path jar = inbox.resolve("garden.jar");

        module.deliverIfSaved();
        Files.delete(jar);
        module.deliverIfSaved();
        assertThat(jar).doesNotExist();

        write("java/garden/Weed.java", "package garden;\nclass Weed {}\n");
        module.deliverIfSaved();
        try (JarFile made = new JarFile(jar.toFile())) {
            assertThat(made.getEntry("garden/Weed.class")).isNotNull();
        }
    }

    @Test
    void aMistakeLeavesTheDemoWhatItHasUntilItIsPutRight() throws Exception {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        SavedModule module =
                new SavedModule(sources, build(), inbox, "garden", new SystemStreamLog());
        module.deliverIfSaved();
        Path jar = inbox.resolve("garden.jar");
        byte[] before = Files.readAllBytes(jar);

        write("jte/bed.jte", "@param String plant\n<p>${plant</p>\n");
        module.deliverIfSaved();
        assertThat(jar).hasBinaryContent(before);
        assertThat(inbox.resolve("garden.part")).doesNotExist();

        write("jte/bed.jte", "@param String plant\n<p class=\"right\">${plant}</p>\n");
        module.deliverIfSaved();
        assertThat(Files.readAllBytes(jar)).isNotEqualTo(before);
    }
}
