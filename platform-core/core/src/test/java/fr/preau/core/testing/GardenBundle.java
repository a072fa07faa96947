package fr.preau.core.testing;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A small module, {@code garden}, compiled by the test that needs it.
 *
 * <p>Its class has the routes, cards and menu that the test writes in Java; without a word it has
 * none and runs.
 *
 * @param version as its manifest says
 * @param immediate whether its component starts with the bundle, before anybody asks for it
 * @param constructor the parameters of its constructor, references of the component
 * @param members the methods of its class, in Java
 * @param manifest changes to its {@code plugin.json}: a text and what stands there instead
 * @param texts its {@code texts_fr.properties}
 * @param classPath what it is compiled against
 * @param scripts its migrations, by file name
 */
public record GardenBundle(
        String version,
        boolean immediate,
        String constructor,
        String members,
        Map<String, String> manifest,
        String texts,
        String classPath,
        Map<String, String> scripts) {

    private static final String PLUGIN_JSON = "META-INF/preau/plugin.json";

    private static final String COMPONENT = "OSGI-INF/garden.xml";

    /** The module with nothing to show. */
    public static GardenBundle version(String version) {
        return new GardenBundle(
                version,
                false,
                "",
                "",
                Map.of(),
                "menu.beds=Les carrés\n",
                System.getProperty("java.class.path"),
                Map.of());
    }

    /** With these methods in its class. */
    public GardenBundle with(String javaMembers) {
        return new GardenBundle(
                version, immediate, constructor, javaMembers, manifest, texts, classPath, scripts);
    }

    /** Whose component is made at once, and wants the directory. */
    public GardenBundle immediateWithDirectory() {
        return new GardenBundle(
                version,
                true,
                "fr.preau.api.directory.Directory directory",
                members,
                manifest,
                texts,
                classPath,
                scripts);
    }

    /** Whose component wants a service of this type, named {@code service}. */
    public GardenBundle wanting(Class<?> service) {
        return new GardenBundle(
                version,
                immediate,
                service.getName() + " service",
                members,
                manifest,
                texts,
                classPath,
                scripts);
    }

    /** Compiled against these jars alone. */
    public GardenBundle against(List<Path> jars) {
        return new GardenBundle(
                version,
                immediate,
                constructor,
                members,
                manifest,
                texts,
                jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                scripts);
    }

    /** Where its manifest says something else. */
    public GardenBundle saying(String text, String instead) {
        Map<String, String> changes = new HashMap<>(manifest);
        changes.put(text, instead);
        return new GardenBundle(
                version, immediate, constructor, members, changes, texts, classPath, scripts);
    }

    /** The same, released as another version. */
    public GardenBundle releasedAs(String other) {
        return new GardenBundle(
                other, immediate, constructor, members, manifest, texts, classPath, scripts);
    }

    /** With a migration; the tables it makes begin with {@code garden_}. */
    public GardenBundle migrating(String file, String sql) {
        Map<String, String> more = new HashMap<>(scripts);
        more.put(file, sql);
        return new GardenBundle(
                version, immediate, constructor, members, manifest, texts, classPath, more);
    }

    /** Writes the jar beside and moves it there, as who delivers a module should. */
    public Path into(Path folder, String name) {
        try {
            Path part = Files.createTempFile(folder, "garden", ".part");
            try (OutputStream file = Files.newOutputStream(part);
                    ZipOutputStream jar = new ZipOutputStream(file)) {
                for (Map.Entry<String, byte[]> entry : entries().entrySet()) {
                    jar.putNextEntry(new ZipEntry(entry.getKey()));
                    jar.write(entry.getValue());
                }
            }
            return Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, byte[]> entries() throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        entries.put("META-INF/MANIFEST.MF", utf8(osgiManifest()));
        entries.put(PLUGIN_JSON, utf8(pluginManifest()));
        entries.put(COMPONENT, utf8(component()));
        entries.put("texts_fr.properties", utf8(texts));
        scripts.forEach((file, sql) -> entries.put("db/migration/" + file, utf8(sql)));
        compiled().forEach(entries::put);
        return entries;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String osgiManifest() {
        return """
               Manifest-Version: 1.0
               Bundle-ManifestVersion: 2
               Bundle-SymbolicName: fr.preau.garden
               Bundle-Version: 1.0.0
               Import-Package: fr.preau.api.plugin,fr.preau.api.route,fr.preau.api.page,
                fr.preau.api.school,fr.preau.api.directory,fr.preau.api.files,gg.jte,
                fr.preau.api.event,fr.preau.api.event.school,fr.preau.api.job,
                fr.preau.api.privacy,
                jakarta.validation.constraints%s
               Service-Component: %s
               """
                .formatted(alsoImported(), COMPONENT);
    }

    /** The package of what its component wants, on a line of its own. */
    private String alsoImported() {
        if (constructor.isEmpty()) {
            return "";
        }
        String wanted = wanted().substring(0, wanted().lastIndexOf('.'));
        return Set.of("fr.preau.api.directory", "fr.preau.api.event", "fr.preau.api.files")
                        .contains(wanted)
                ? ""
                : ",\n " + wanted;
    }

    private String wanted() {
        return constructor.substring(0, constructor.indexOf(' '));
    }

    private String pluginManifest() {
        String json =
                """
                {"manifest": 1, "id": "garden", "version": "%s", "api": "[1.0,2)",
                 "titles": {"fr": "Jardin"},
                 "description": {"fr": "Les carrés du jardin, et qui les arrose."},
                 "publisher": {"name": "Les jardiniers"}, "licence": "EUPL-1.2",
                 "profiles": ["PUPIL", "GUARDIAN", "TEACHER"],
                 "permissions": [{"name": "directory:read",
                                  "reason": "Pour nommer ceux qui arrosent."}],
                 "cards": [], "menu": []}
                """
                        .formatted(version);
        for (Map.Entry<String, String> change : manifest.entrySet()) {
            json = json.replace(change.getKey(), change.getValue());
        }
        return json;
    }

    private String component() {
        String reference =
                constructor.isEmpty()
                        ? ""
                        : "<reference name=\"wanted\" parameter=\"0\" interface=\""
                                + wanted()
                                + "\"/>";
        return """
               <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="garden"
                   immediate="%s" init="%d">
                 <service><provide interface="fr.preau.api.plugin.Plugin"/></service>
                 %s
                 <implementation class="garden.Garden"/>
               </scr:component>
               """
                .formatted(immediate, constructor.isEmpty() ? 0 : 1, reference);
    }

    private String source() {
        return """
               package garden;
               import fr.preau.api.page.*;
               import fr.preau.api.plugin.*;
               import fr.preau.api.route.*;
               import fr.preau.api.school.*;
               import java.util.*;
               public final class Garden implements Plugin {
                 public Garden(%s) { %s }
                 public List<Route<?, ?>> routes() { return List.of(); }
                 %s
               }
               """
                .formatted(constructor, kept(), members)
                .replaceFirst(
                        members.contains("routes()")
                                ? "  public List<Route<\\?, \\?>> routes\\(\\) \\{ return List.of\\(\\); }\n"
                                : "no such line",
                        "");
    }

    /** What was wanted is there for the members as {@code service}. */
    private String kept() {
        return constructor.endsWith(" service") ? "this.service = service;" : "";
    }

    private Map<String, byte[]> compiled() throws IOException {
        Path work = Files.createTempDirectory("garden");
        Path source = Files.createDirectory(work.resolve("garden")).resolve("Garden.java");
        Files.writeString(source, source());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean done =
                    compiler.getTask(
                                    complaints,
                                    files,
                                    null,
                                    List.of("-proc:none", "-d", work.toString(), "-cp", classPath),
                                    null,
                                    files.getJavaFileObjects(source))
                            .call();
            if (!done) {
                throw new IllegalStateException(complaints.toString());
            }
        }
        Map<String, byte[]> classes = new HashMap<>();
        try (Stream<Path> all = Files.walk(work)) {
            for (Path file : all.filter(f -> f.toString().endsWith(".class")).toList()) {
                classes.put("garden/" + file.getFileName(), Files.readAllBytes(file));
            }
        }
        return classes;
    }
}
