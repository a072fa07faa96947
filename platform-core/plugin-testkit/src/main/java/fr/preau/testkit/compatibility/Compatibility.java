package fr.preau.testkit.compatibility;

import fr.preau.testkit.KitFailure;
import fr.preau.testkit.PreauKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command that looks at any jar: {@code Compatibility module.jar [previous.jar]}.
 *
 * <p>It prints the report, writes it into the current folder as text and as JSON, and ends with 1
 * when a check failed, with 2 when there was nothing to look at.
 */
public final class Compatibility {

    private Compatibility() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1
                || arguments.length > 2
                || !List.of(arguments).stream().map(Path::of).allMatch(Files::isRegularFile)) {
            System.err.println("Compatibility <jar> [<jar of the previous release>]");
            System.exit(2);
            return;
        }
        CompatibilityReport report =
                of(
                        Path.of(arguments[0]),
                        arguments.length == 2
                                ? Optional.of(Path.of(arguments[1]))
                                : Optional.empty(),
                        Files.createTempDirectory("preau-compatibility"));
        report.write(Path.of(""));
        System.out.print(report.text());
        // The host's threads would go on.
        System.exit(report.passed() ? 0 : 1);
    }

    /**
     * Looks at a jar with rows that are made up.
     *
     * @param work a folder for a host and a database
     */
    static CompatibilityReport of(Path jar, Optional<Path> previous, Path work) {
        List<CheckResult> results = new ArrayList<>(JarChecks.of(jar));
        Notes starting = new Notes();
        try {
            PreauKit kit = PreauKit.of(jar, work);
            starting.note("with the API " + kit.manifest().api() + " and nothing else");
            results.add(starting.result("starts"));
            try {
                Subject subject = new Subject(kit, previous, new GeneratedRows());
                for (Check check : CompatibilityChecks.ALL) {
                    results.add(CompatibilityChecks.look(check, subject));
                }
            } finally {
                kit.stop();
            }
        } catch (KitFailure e) {
            starting.fail(String.valueOf(e.getMessage()));
            results.add(starting.result("starts"));
        }
        return new CompatibilityReport(String.valueOf(jar.getFileName()), results);
    }
}
