package fr.preau.core.plugins.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.plugin.PluginApi;
import fr.preau.core.testing.SourceBundle;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

/** What leaves the API says since when, stays long enough, and finds who uses it. */
class DeprecatedApiTest {

    private static final String OLD = OldApi.class.getName();

    private static final DeprecatedApi API =
            new DeprecatedApi(
                    name -> name.startsWith(OLD.replace('.', '/')),
                    path -> OldApi.class.getClassLoader().getResourceAsStream(path));

    private static List<String> uses(String source) throws IOException {
        byte[] jar =
                SourceBundle.named("user")
                        .type(
                                "user.User",
                                "package user; import fr.preau.core.plugins.weaving.OldApi; "
                                        + source)
                        .jar();
        Path file = Files.createTempFile(Path.of("target"), "user", ".jar");
        return CodeReview.of(Files.write(file, jar), API).deprecated().stream()
                .map(DeprecatedUse::toString)
                .toList();
    }

    @Test
    void aCallIsNamedWithItsPlaceAndTheVersion() throws IOException {
        assertThat(
                        uses(
                                "class User { String ask(OldApi api) { return api.told() + api.said(); } }"))
                .containsExactly(
                        "user.User.ask uses " + OLD + ".told, which is deprecated since 1.1");
    }

    @Test
    void aCallThroughASubtypeOrAReferenceIsFoundToo() throws IOException {
        assertThat(
                        uses(
                                "class User { String narrow(OldApi.Narrower api) { return api.told(); }"
                                        + " java.util.function.Function<OldApi, String> refer()"
                                        + " { return OldApi::told; }"
                                        + " static class Mine implements OldApi.Narrower {}"
                                        + " String own(Mine mine) { return mine.told(); } }"))
                .containsExactly(
                        "user.User.narrow uses "
                                + OLD
                                + "$Narrower.told, which is deprecated since 1.1",
                        "user.User.own uses "
                                + OLD
                                + "$Narrower.told, which is deprecated since 1.1",
                        "user.User.refer uses " + OLD + ".told, which is deprecated since 1.1");
    }

    @Test
    void whoAnswersUnderANameThatWillGoIsToldToo() throws IOException {
        assertThat(uses("class User implements OldApi { public String told() { return \"\"; } }"))
                .containsExactly(
                        "user.User.told uses " + OLD + ".told, which is deprecated since 1.1");
    }

    @Test
    void aTypeThatLeavesIsNamedWhereverItIsUsed() throws IOException {
        assertThat(
                        uses(
                                "class User { OldApi.Leaving kept;"
                                        + " Object make() { return new OldApi.Leaving(\"\"); } }"))
                .containsExactly(
                        "user.User.kept uses " + OLD + "$Leaving, which is deprecated since 1.2",
                        "user.User.make uses " + OLD + "$Leaving, which is deprecated since 1.2");
    }

    @Test
    void whoUsesNothingOldIsLeftAlone() throws IOException {
        assertThat(uses("class User { String ask(OldApi api) { return api.said(); } }")).isEmpty();
    }

    @Test
    void whatIsDeprecatedInThePluginApiSaysSinceWhenAndLeavesInTime() throws Exception {
        assertThat(apiTypes()).contains(PluginApi.class).hasSizeGreaterThan(80);
        assertThat(problems(apiTypes())).isEmpty();
        assertThat(problems(List.of(OldApi.class, OldApi.Leaving.class)))
                .as("the rule sees what is wrong")
                .containsExactlyInAnyOrder(
                        "OldApi.Leaving: deprecated since 1.2, which is still to come",
                        "OldApi.Leaving.NAME: does not say since which version");
    }

    /**
     * What 1.3 deprecates stays in 1.x, which runs what was built on 1.0, and in 2.0, where a
     * vendor moves to what is new; 2.1 is without it.
     */
    private static Stream<String> leaving(String name, AnnotatedElement element) {
        Deprecated deprecated = element.getAnnotation(Deprecated.class);
        if (deprecated == null) {
            return Stream.empty();
        }
        if (!deprecated.since().matches("\\d+\\.\\d+")) {
            return Stream.of(name + ": does not say since which version");
        }
        Version since = Version.parseVersion(deprecated.since());
        Version now = Version.parseVersion(PluginApi.VERSION);
        if (since.compareTo(now) > 0) {
            return Stream.of(
                    name + ": deprecated since " + deprecated.since() + ", which is still to come");
        }
        boolean overdue = now.getMajor() > since.getMajor() && now.getMinor() > 0;
        return overdue ? Stream.of(name + ": should be gone by now") : Stream.empty();
    }

    private static List<String> problems(List<Class<?>> types) {
        return types.stream().flatMap(DeprecatedApiTest::problems).toList();
    }

    private static Stream<String> problems(Class<?> type) {
        String name =
                type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
        Stream<String> members =
                Stream.of(
                                type.getDeclaredMethods(),
                                type.getDeclaredFields(),
                                type.getDeclaredConstructors())
                        .flatMap(Stream::of)
                        .flatMap(member -> leaving(name + "." + member.getName(), member));
        return Stream.concat(leaving(name, type), members);
    }

    /** All of the API, whether it is a jar or, as in an editor, still a folder. */
    private static List<Class<?>> apiTypes() throws Exception {
        Path api =
                Path.of(
                        PluginApi.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        if (Files.isDirectory(api)) {
            return typesIn(api);
        }
        try (FileSystem jar = FileSystems.newFileSystem(api)) {
            return typesIn(jar.getPath("/"));
        }
    }

    private static List<Class<?>> typesIn(Path root) throws Exception {
        List<Class<?>> types = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root.resolve("fr/preau/api"))) {
            for (Path file : files.filter(found -> found.toString().endsWith(".class")).toList()) {
                String name = root.relativize(file).toString().replace('/', '.');
                types.add(Class.forName(name.substring(0, name.length() - ".class".length())));
            }
        }
        return types;
    }
}
