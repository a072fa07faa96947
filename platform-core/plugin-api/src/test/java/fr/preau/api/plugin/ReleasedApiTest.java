package fr.preau.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import aQute.bnd.service.diff.Delta;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

/**
 * The packages of the API keep semantic versions: what was taken away or changed since the last
 * release raises the first number, what was added the second.
 */
class ReleasedApiTest {

    private static final Path RELEASED = Path.of("released");

    private static final File NOW = Path.of("target", "classes").toFile();

    private static final String TAKEN = "fr/preau/api/page/Tone.class";

    /** The jar of the last release. */
    private static Path last() throws IOException {
        try (Stream<Path> jars = Files.list(RELEASED)) {
            return jars.max(Comparator.comparing(ReleasedApiTest::version)).orElseThrow();
        }
    }

    private static Version version(Path jar) {
        String name = jar.getFileName().toString();
        return Version.parseVersion(
                name.substring("preau-plugin-api-".length(), name.length() - ".jar".length()));
    }

    private static Set<Baseline.Info> differences(Jar now, Jar before) throws Exception {
        try (Processor processor = new Processor()) {
            return new Baseline(processor, new DiffPluginImpl()).baseline(now, before, null);
        }
    }

    private static List<String> mismatches(Jar now, Jar before) throws Exception {
        return differences(now, before).stream()
                .filter(info -> info.mismatch)
                .map(info -> info.packageName + " should be " + info.suggestedVersion)
                .toList();
    }

    @Test
    void everyPackageHasTheVersionThatItsChangesAskFor() throws Exception {
        try (Jar now = new Jar(NOW);
                Jar before = new Jar(last().toFile())) {
            assertThat(mismatches(now, before)).isEmpty();
        }
    }

    @Test
    void theVersionOfTheApiGrowsWithAnyOfItsPackages() throws Exception {
        try (Jar now = new Jar(NOW);
                Jar before = new Jar(last().toFile())) {
            Version released = version(last());
            Version version = Version.parseVersion(PluginApi.VERSION);
            Delta most =
                    differences(now, before).stream()
                            .map(info -> info.packageDiff.getDelta())
                            .filter(Set.of(Delta.MINOR, Delta.MAJOR, Delta.ADDED)::contains)
                            .findFirst()
                            .orElse(Delta.UNCHANGED);

            if (most == Delta.UNCHANGED) {
                assertThat(version.getMinor()).isEqualTo(released.getMinor());
            } else {
                assertThat(version)
                        .isGreaterThanOrEqualTo(
                                new Version(released.getMajor(), released.getMinor() + 1, 0));
            }
        }
    }

    @Test
    void theReleaseSaysTheVersionThatItsFileIsNamedAfter() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {last().toUri().toURL()}, null)) {
            Class<?> api = loader.loadClass(PluginApi.class.getName());
            assertThat(api.getField("VERSION").get(null)).isEqualTo(version(last()).toString());
        }
    }

    @Test
    void whatIsTakenAwayAsksForANewFirstNumber() throws Exception {
        try (Jar now = new Jar(NOW);
                Jar before = new Jar(NOW)) {
            assertThat(now.remove(TAKEN)).isNotNull();
            assertThat(mismatches(now, before))
                    .containsExactly("fr.preau.api.page should be 2.0.0");
        }
    }

    @Test
    void whatIsAddedAsksForANewSecondNumber() throws Exception {
        try (Jar now = new Jar(NOW);
                Jar before = new Jar(NOW)) {
            assertThat(before.remove(TAKEN)).isNotNull();
            assertThat(mismatches(now, before))
                    .containsExactly("fr.preau.api.page should be 1.2.0");
        }
    }
}
