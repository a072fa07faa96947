package fr.preau.liberty.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of settings and what is read, compared. */
class SettingsDocumentTest {

    private static final Path ROOT = Path.of(System.getProperty("preau.root", ".."));

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(m -> m.group(1)).toList();
    }

    /** Properties that the application asks MicroProfile Config for. */
    private static TreeSet<String> ofTheApplication() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (String file : List.of("Settings.java", "MailSettings.java")) {
            names.addAll(
                    found(
                            "\"(preau\\.[a-z.]+)\"",
                            read(
                                    "platform-core/portal/src/main/java/fr/preau/portal/server/"
                                            + file)));
        }
        return names;
    }

    /** Variables that the parts of server.xml use. */
    private static TreeSet<String> ofTheServer() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> parts =
                Files.list(ROOT.resolve("liberty-config/src/main/liberty/config/parts"))) {
            for (Path part : parts.toList()) {
                names.addAll(found("\\$\\{(PREAU_[A-Z_]+)}", Files.readString(part)));
                names.addAll(found("<variable name=\"(PREAU_[A-Z_]+)\"", Files.readString(part)));
            }
        }
        return new TreeSet<>(names);
    }

    @Test
    void everySettingThatIsReadStandsInTheTable() throws IOException {
        List<String> told =
                found("`(PREAU_[A-Z_]+|preau\\.[a-z.]+)`", read("docs/operators/settings.md"));

        assertThat(ofTheApplication()).hasSizeGreaterThan(10);
        assertThat(ofTheServer()).hasSizeGreaterThan(8);
        assertThat(told)
                .containsAll(ofTheApplication())
                .containsAll(ofTheServer())
                .containsAll(
                        ofTheApplication().stream().map(SettingsDocumentTest::variable).toList());
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    @Test
    void everySettingInTheTableIsRead() throws IOException {
        TreeSet<String> read = new TreeSet<>(ofTheServer());
        ofTheApplication().forEach(property -> read.add(variable(property)));

        assertThat(found("\\| `?[^|]*?(PREAU_[A-Z_]+)`", read("docs/operators/settings.md")))
                .isSubsetOf(read);
    }
}
