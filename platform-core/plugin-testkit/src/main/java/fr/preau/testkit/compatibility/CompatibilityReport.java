package fr.preau.testkit.compatibility;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What all checks found of one jar, for people and for programs.
 *
 * @param jar its name
 */
public record CompatibilityReport(String jar, List<CheckResult> results) {

    public CompatibilityReport {
        results = List.copyOf(results);
    }

    /** Whether no check failed; some may not have run. */
    public boolean passed() {
        return results.stream().noneMatch(result -> result.state() == CheckResult.State.FAILED);
    }

    public String text() {
        StringBuilder text = new StringBuilder(jar).append('\n');
        for (CheckResult result : results) {
            text.append("%-8s %s%n".formatted(said(result.state()), result.name()));
            result.notes().forEach(note -> text.append("         ").append(note).append('\n'));
        }
        return text.append(verdict()).append('\n').toString();
    }

    private String verdict() {
        if (!passed()) {
            return "NOT COMPATIBLE";
        }
        List<String> notRun = notRun();
        return notRun.isEmpty()
                ? "every check passed"
                : "no check failed; not looked at: " + String.join(", ", notRun);
    }

    private List<String> notRun() {
        return results.stream()
                .filter(result -> result.state() == CheckResult.State.NOT_RUN)
                .map(CheckResult::name)
                .toList();
    }

    private static String said(CheckResult.State state) {
        return switch (state) {
            case PASSED -> "passed";
            case FAILED -> "FAILED";
            case NOT_RUN -> "not run";
        };
    }

    public String json() {
        JsonArrayBuilder checks = Json.createArrayBuilder();
        for (CheckResult result : results) {
            checks.add(
                    Json.createObjectBuilder()
                            .add("check", result.name())
                            .add("state", said(result.state()).toLowerCase(Locale.ROOT))
                            .add("notes", Json.createArrayBuilder(result.notes())));
        }
        return Json.createObjectBuilder()
                .add("jar", jar)
                .add("passed", passed())
                .add("notRun", Json.createArrayBuilder(notRun()))
                .add("checks", checks)
                .build()
                .toString();
    }

    /** Writes both beside each other. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("preau-compatibility.txt"), text());
        Files.writeString(folder.resolve("preau-compatibility.json"), json());
    }
}
