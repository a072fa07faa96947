package fr.preau.maven;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.models.generator.ModelExtension;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Makes the jar of a module with the tools of its parent, all within this process.
 *
 * @param sources of the module
 * @param rootPackage whose {@code templates} the templates become
 * @param work a folder of its own
 * @param classpath what the module is compiled against
 * @param bundle the instructions for bnd, as in the parent
 * @param version of the bundle
 */
record ModuleBuild(
        ModuleSources sources,
        String rootPackage,
        Path work,
        List<Path> classpath,
        String bundle,
        String version) {

    /**
     * Builds everything anew.
     *
     * @param jar where it is written
     */
    void into(Path jar) throws IOException, NotBuilt {
        Path generated = emptied(work.resolve("generated"));
        Path classes = emptied(work.resolve("classes"));
        generate(generated);
        copyResources(classes);
        compile(generated, classes);
        bundle(classes, jar);
    }

    private void generate(Path generated) throws NotBuilt {
        if (!Files.isDirectory(sources.templates())) {
            return;
        }
        TemplateEngine engine =
                TemplateEngine.create(
                        new DirectoryCodeResolver(sources.templates()),
                        generated,
                        ContentType.Html,
                        null,
                        rootPackage + ".templates");
        engine.setTrimControlStructures(true);
        engine.setExtensions(Map.of(ModelExtension.class.getName(), Map.of()));
        try {
            engine.generateAll();
        } catch (TemplateException e) {
            throw new NotBuilt(String.valueOf(e.getMessage()));
        }
    }

    private void copyResources(Path classes) throws IOException {
        for (Path file : ModuleSources.below(sources.resources(), "")) {
            Path copy = classes.resolve(sources.resources().relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void compile(Path generated, Path classes) throws IOException, NotBuilt {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        List<Path> files =
                Stream.concat(
                                ModuleSources.below(sources.java(), ".java").stream(),
                                ModuleSources.below(generated, ".java").stream())
                        .toList();
        List<String> options =
                List.of(
                        "--release",
                        "17",
                        "-parameters",
                        "-proc:none",
                        "-d",
                        classes.toString(),
                        "-cp",
                        classpath.stream()
                                .map(Path::toString)
                                .collect(Collectors.joining(File.pathSeparator)));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean done =
                    compiler.getTask(
                                    complaints,
                                    manager,
                                    null,
                                    options,
                                    null,
                                    manager.getJavaFileObjectsFromPaths(files))
                            .call();
            if (!done) {
                throw new NotBuilt(complaints.toString().strip());
            }
        }
    }

    private void bundle(Path classes, Path jar) throws IOException, NotBuilt {
        Properties instructions = new Properties();
        instructions.load(new StringReader(bundle));
        instructions.putIfAbsent("Bundle-Version", osgi(version));
        try (Builder builder = new Builder()) {
            builder.setProperties(instructions);
            builder.setJar(new Jar("module", classes.toFile()));
            for (Path entry : classpath) {
                builder.addClasspath(entry.toFile());
            }
            Jar made = builder.build();
            if (!builder.getErrors().isEmpty()) {
                throw new NotBuilt(String.join("\n", builder.getErrors()));
            }
            made.write(jar.toFile());
        } catch (IOException | NotBuilt e) {
            throw e;
        } catch (Exception e) { // bnd declares no narrower one
            throw new NotBuilt("bnd: " + e.getMessage());
        }
    }

    /** {@code 1.2.0-SNAPSHOT} as OSGi writes it. */
    private static String osgi(String version) {
        return version.replaceFirst("^(\\d+\\.\\d+\\.\\d+)-", "$1.");
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
