package fr.preau.core.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A bundle that a test writes in Java, as a stranger would. */
public final class SourceBundle {

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private SourceBundle(String name) {
        header("Bundle-ManifestVersion", "2");
        header("Bundle-SymbolicName", name);
    }

    public static SourceBundle named(String name) {
        return new SourceBundle(name);
    }

    public SourceBundle header(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** With a class of this name, such as {@code a.B}. */
    public SourceBundle type(String name, String source) {
        sources.put(name, source);
        return this;
    }

    /** With a public class {@code hostile.<name>} that is called and does this. */
    public SourceBundle act(String name, String body) {
        return type(
                "hostile." + name,
                """
                package hostile;
                public class %s implements java.util.concurrent.Callable<Object> {
                  public Object call() throws Exception {
                    try { %s }
                    catch (Exception | Error e) { throw e; }
                    catch (Throwable e) { throw new IllegalStateException(e); }
                  }
                }
                """
                        .formatted(name, body));
    }

    /** With this file. */
    public SourceBundle entry(String path, byte[] content) {
        entries.put(path, content);
        return this;
    }

    /** Its jar. */
    public byte[] jar() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            put(jar, "META-INF/MANIFEST.MF", manifest().getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> entry : all().entrySet()) {
                put(jar, entry.getKey(), entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream jar, String path, byte[] content) throws IOException {
        jar.putNextEntry(new ZipEntry(path));
        jar.write(content);
    }

    private String manifest() {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\n")
                .collect(Collectors.joining("", "Manifest-Version: 1.0\n", ""));
    }

    private Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>(sources.isEmpty() ? Map.of() : compiled());
        all.putAll(entries);
        return all;
    }

    private Map<String, byte[]> compiled() throws IOException {
        Path work = Files.createTempDirectory(Path.of("target"), "source-bundle");
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = work.resolve("src").resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.getValue()));
        }
        Path classes = Files.createDirectory(work.resolve("classes"));
        compile(files, classes);
        Map<String, byte[]> compiled = new LinkedHashMap<>();
        try (Stream<Path> found = Files.walk(classes)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                compiled.put(
                        classes.relativize(file).toString().replace('\\', '/'),
                        Files.readAllBytes(file));
            }
        }
        return compiled;
    }

    private static void compile(List<Path> files, Path into) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        List<String> options =
                List.of(
                        "-proc:none",
                        "-nowarn",
                        "-d",
                        into.toString(),
                        "-cp",
                        System.getProperty("java.class.path"));
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
                throw new IllegalStateException(complaints.toString());
            }
        }
    }
}
