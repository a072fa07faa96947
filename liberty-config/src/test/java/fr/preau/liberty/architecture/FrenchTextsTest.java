package fr.preau.liberty.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What people read, of the portal and of all modules; a new plugin joins by itself. */
class FrenchTextsTest {

    private static final Path ROOT = Path.of(System.getProperty("preau.root", ".."));

    @TestFactory
    Stream<DynamicTest> textsAreSetAsFrenchIsPrinted() throws IOException {
        List<Path> bundles = bundles();
        assertThat(bundles).hasSizeGreaterThan(1);
        return bundles.stream()
                .map(
                        bundle ->
                                DynamicTest.dynamicTest(
                                        ROOT.relativize(bundle).toString(), () -> check(bundle)));
    }

    private static void check(Path bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader file = Files.newBufferedReader(bundle, UTF_8)) {
            texts.load(file);
        }
        assertThat(texts).isNotEmpty();
        for (String key : texts.stringPropertyNames()) {
            assertThat(texts.getProperty(key))
                    .as(key)
                    .doesNotContain("'")
                    .doesNotContainPattern(" [:;?!»]")
                    .doesNotContain("« ")
                    .doesNotContain("...")
                    .doesNotContainPattern("(?i)enseignant");
        }
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> portal = Files.walk(ROOT.resolve("platform-core"));
                Stream<Path> plugins = Files.walk(ROOT.resolve("plugins"))) {
            return Stream.concat(portal, plugins)
                    .filter(file -> file.toString().contains("src/main/resources"))
                    .filter(file -> file.endsWith("texts_fr.properties"))
                    .toList();
        }
    }
}
