package fr.preau.portal.look;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.page.Tone;
import fr.preau.api.plugin.Permission;
import fr.preau.api.safety.Closure;
import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import fr.preau.core.plugins.trust.SignatureStanding;
import fr.preau.core.reasons.HostReason;
import fr.preau.core.releases.ModuleTrial;
import fr.preau.portal.pages.ImportState;
import fr.preau.portal.pages.ModuleState;
import fr.preau.portal.pages.OwnModuleState;
import fr.preau.portal.pages.ReleaseStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z-]*(?:\\.[a-z-]+)+)\"");
    private static final Path MAIN = Path.of("src/main");
    private static final Path REFUSAL =
            Path.of("../plugin-api/src/main/java/fr/preau/api/route/Refusal.java");

    private final ResourceBundle bundle =
            ResourceBundle.getBundle("fr.preau.portal.texts", java.util.Locale.FRANCE);

    @Test
    void everyTextATemplateAsksForExists() throws IOException {
        Set<String> used =
                LITERAL.matcher(sources(MAIN.resolve("jte")))
                        .results()
                        .map(MatchResult::group)
                        .map(quoted -> quoted.substring(1, quoted.length() - 1))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(used).hasSizeGreaterThan(100);
        assertThat(used).allMatch(this::isThere, "has its text, for everybody or for each");
    }

    private boolean isThere(String key) {
        return bundle.containsKey(key)
                || bundle.containsKey(key + ".adult") && bundle.containsKey(key + ".pupil");
    }

    @Test
    void whatIsSaidToAdultsInTheirWayIsSaidToPupilsInTheirs() {
        for (String key : bundle.keySet()) {
            if (key.endsWith(".adult")) {
                String base = key.substring(0, key.length() - ".adult".length());
                assertThat(bundle.keySet()).contains(base + ".pupil").doesNotContain(base);
                assertThat(bundle.getString(base + ".pupil"))
                        .as(base)
                        .doesNotContainPattern("(?i)\\b(vous|votre|vos)\\b|\\p{L}ez\\b");
            }
        }
    }

    @Test
    void everyRefusalOfThePortalHasItsWords() throws IOException {
        Set<String> types =
                Pattern.compile(
                                "(?:ofType\\(\\s*\\d+, |unreadable\\(|(?:STALE|INVALID|INTERNAL) ="
                                        + " )\"([a-z0-9-]+)\"")
                        .matcher(sources(MAIN.resolve("java")) + read(REFUSAL))
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(types).contains("not-found", "too-large", "stale-form", "not-utf-8", "internal");
        for (String type : types) {
            assertThat("problem." + type + ".title").matches(this::isThere);
            assertThat("problem." + type + ".detail").matches(this::isThere);
        }
    }

    @Test
    void everyTextIsUsed() throws IOException {
        String sources =
                sources(MAIN.resolve("jte")) + sources(MAIN.resolve("java")) + read(REFUSAL);
        for (String toSomebody : bundle.keySet()) {
            String key = toSomebody.replaceAll("\\.(adult|pupil|operator)$", "");
            String built = "\"" + key.substring(0, key.lastIndexOf('.') + 1) + "\" +";
            String type = key.replaceAll("^problem\\.([a-z0-9-]+)\\.(title|detail)$", "$1");
            boolean gate = type.startsWith("module-") && sources.contains("\"module-\" +");
            assertThat(
                            gate
                                    || sources.contains("\"" + key + "\"")
                                    || sources.contains("\"" + toSomebody + "\"")
                                    || sources.contains(built)
                                    || !type.equals(key) && sources.contains("\"" + type + "\""))
                    .as("some template or class asks for " + key)
                    .isTrue();
        }
    }

    @Test
    void everyStateHasItsWord() {
        assertThat(bundle.keySet())
                .containsAll(keys("profile.", Profile.values()))
                .containsAll(keys("function.", StaffFunction.values()))
                .containsAll(keys("closing.by.", Closure.By.values()))
                .containsAll(keys("import.", ImportState.values()))
                .containsAll(keys("parts.tone.", Tone.values()))
                .containsAll(keys("module.state.", ModuleState.values()))
                .containsAll(keys("own-module.state.", OwnModuleState.values()))
                .containsAll(keys("signature.", SignatureStanding.values()))
                .containsAll(keys("reason.", HostReason.values()))
                .containsAll(keys("permission.", Permission.values()))
                .containsAll(keys("permission.reveals.", Permission.values()))
                .containsAll(keys("rehearsal.title.", ReleaseStep.values()))
                .containsAll(keys("trial.", ModuleTrial.State.values()));
    }

    @Test
    void theJournalHasWordsForTheActsThatAreWrittenAndForNoOther() throws IOException {
        String written =
                sources(MAIN.resolve("java")) + sources(Path.of("..", "core", "src/main/java"));
        for (String key : bundle.keySet()) {
            if (key.startsWith("audit.act.")) {
                assertThat(written).contains("\"" + key.substring("audit.act.".length()) + "\"");
            }
        }
    }

    @Test
    void numbersAreGroupedAndNounsAgree() {
        Texts texts = Texts.french();
        assertThat(texts.text("figure", 57_274)).isEqualTo("57\u202f274");
        assertThat(texts.text("confirm.submit.on", 1)).isEqualTo("Activer pour 1 collège");
        assertThat(texts.text("confirm.submit.on", 33)).isEqualTo("Activer pour 33 collèges");
    }

    private static List<String> keys(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name()).toList();
    }

    private static String sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(TextsTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
