package fr.preau.testkit;

import fr.preau.core.plugins.manifest.ManifestMistake;
import fr.preau.core.plugins.manifest.ManifestReading;
import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.plugins.weaving.CodeReview;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The jar of the module under test, with its manifest checked: the one that the system property
 * {@value #PROPERTY} names, else one made of the compiled classes, as the build would.
 */
record ModuleUnderTest(Path jar, PluginManifest manifest) {

    static final String PROPERTY = "preau.module";

    private static final Path SOURCE = Path.of("src", "main", "resources");

    /** The module of this project. */
    static ModuleUnderTest find(Path work) {
        String named = System.getProperty(PROPERTY);
        return named == null ? ofClasses(classes(), work) : of(Path.of(named));
    }

    /** A module that has been built. */
    static ModuleUnderTest of(Path jar) {
        try {
            String text = PluginManifest.text(jar);
            requireRight(jar.getFileName() + "!" + PluginManifest.ENTRY, text);
            ModuleUnderTest module = new ModuleUnderTest(jar, PluginManifest.of(jar));
            module.requireHarmless();
            return module;
        } catch (PluginRefused e) {
            throw new KitFailure(e.reason(), e);
        }
    }

    private static Path classes() {
        URL found = ModuleUnderTest.class.getResource("/" + PluginManifest.ENTRY);
        if (found == null) {
            throw new KitFailure(
                    "no "
                            + PluginManifest.ENTRY
                            + " on the class path: is this a module, and is it compiled?");
        }
        if (!found.getProtocol().equals("file")) {
            throw new KitFailure(
                    "the module's classes are in a jar, "
                            + found
                            + ": name the jar with -D"
                            + PROPERTY
                            + "=…");
        }
        try {
            // META-INF/preau/plugin.json
            return Path.of(found.toURI()).resolve("../../..").normalize();
        } catch (URISyntaxException e) {
            throw new KitFailure(found + " is no file", e);
        }
    }

    private static ModuleUnderTest ofClasses(Path classes, Path work) {
        try {
            Path manifest = classes.resolve(PluginManifest.ENTRY);
            Path source = SOURCE.resolve(PluginManifest.ENTRY);
            // Where a mistake can be put right.
            requireRight(
                    (Files.exists(source) ? source : manifest).toString(),
                    Files.readString(manifest));
            if (!Files.exists(classes.resolve(JarFile.MANIFEST_NAME))) {
                throw new KitFailure(
                        "no "
                                + JarFile.MANIFEST_NAME
                                + " in "
                                + classes
                                + ": bnd-process of the bnd-maven-plugin writes it while compiling");
            }
            return of(jarred(classes, Files.createDirectories(work).resolve("module.jar")));
        } catch (IOException e) {
            throw new KitFailure("the classes of the module can't be read", e);
        }
    }

    private static Path jarred(Path classes, Path jar) throws IOException {
        try (Stream<Path> all = Files.walk(classes);
                OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file)) {
            // Its manifest first, as everywhere.
            put(out, classes, classes.resolve(JarFile.MANIFEST_NAME));
            for (Path one : all.filter(Files::isRegularFile).sorted().toList()) {
                if (!one.endsWith(JarFile.MANIFEST_NAME)) {
                    put(out, classes, one);
                }
            }
        }
        return jar;
    }

    private static void put(ZipOutputStream out, Path classes, Path file) throws IOException {
        out.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
    }

    private static void requireRight(String file, String text) {
        List<ManifestMistake> mistakes = ManifestReading.of(text).mistakes();
        if (!mistakes.isEmpty()) {
            throw new KitFailure(
                    mistakes.stream()
                            .map(mistake -> file + ":" + mistake.line() + ": " + said(mistake))
                            .collect(Collectors.joining("\n", "the manifest is wrong\n", "")));
        }
    }

    private static String said(ManifestMistake mistake) {
        return (mistake.place().isEmpty() ? "" : mistake.place() + ": ") + mistake.message();
    }

    private void requireHarmless() {
        try {
            List<String> problems = CodeReview.of(jar).problems();
            if (!problems.isEmpty()) {
                throw new KitFailure("the module can't run:\n" + String.join("\n", problems));
            }
        } catch (IOException e) {
            throw new KitFailure(jar + " can't be read", e);
        }
    }
}
