package ${package};

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.plugin.Plugin;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NotesTest {

    private static final Instant NOW = Instant.parse("2026-11-03T13:05:00Z");

    @Test
    void aNoteSaysSomethingAndNotTooMuch() {
        assertThat(new Note(UUID.randomUUID(), " Vente de gâteaux ", NOW).text())
                .isEqualTo("Vente de gâteaux");
        assertThatThrownBy(() -> new Note(UUID.randomUUID(), " ", NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Note(UUID.randomUUID(), "a".repeat(501), NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOutingIsToldInTheTimeOfParis() {
        assertThat(Notes.outing(NOW)).endsWith("mardi 3 novembre à 14 h 05.");
    }

    @Test
    void everyTextThatATemplateAsksForIsThere() throws Exception {
        Properties texts = new Properties();
        try (InputStream file = Files.newInputStream(Path.of("target/classes/texts_fr.properties"))) {
            texts.load(file);
        }
        try (Stream<Path> templates = Files.list(Path.of("src/main/jte"))) {
            for (Path template : templates.toList()) {
                assertThat(Pattern.compile("ctx.text\\(\"([^\"]+)\"").matcher(Files.readString(template)).results())
                        .isNotEmpty()
                        .allMatch(
                                key ->
                                        texts.containsKey(key.group(1))
                                                || texts.containsKey(key.group(1) + ".pupil")
                                                        && texts.containsKey(key.group(1) + ".adult"));
            }
        }
    }

    @Test
    void thePluginBringsWhatItsManifestNames() throws Exception {
        Plugin plugin = new NotesPlugin(null, null, null);
        String manifest = Files.readString(Path.of("target/classes/META-INF/preau/plugin.json"));

        assertThat(plugin.cards()).isNotEmpty().allMatch(card -> manifest.contains(card.id()));
        assertThat(plugin.listeners())
                .isNotEmpty()
                .allMatch(listener -> manifest.contains(listener.fact()));
        assertThat(plugin.routes())
                .anyMatch(route -> manifest.contains("\"path\": \"" + route.path() + "\""));
    }
}
