package fr.preau.testkit.compatibility;

import fr.preau.testkit.KitFailure;
import fr.preau.testkit.PreauKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The command that looks at any jar: {@code Compatibility module.jar [--previous older.jar]}.
 *
 * <p>It prints the report, writes it into the current folder as text and as JSON, and ends with 1
 * when a check failed, with 2 when there was nothing to look at.
 */
public final class Compatibility {

    private static final String PREVIOUS = "--previous";

    private Compatibility() {}

    public static void main(String[] arguments) throws IOException {
        Optional<Path> previous = Optional.empty();
        List<Path> jars = new ArrayList<>();
        Iterator<String> said = List.of(arguments).iterator();
        while (said.hasNext()) {
            String next = said.next();
            if (next.equals(PREVIOUS) && said.hasNext()) {
                previous = Optional.of(Path.of(said.next()));
            } else {
                jars.add(Path.of(next));
            }
        }
        if (jars.size() != 1
                || !Files.isRegularFile(jars.get(0))
                || !previous.map(Files::isRegularFile).orElse(true)) {
            System.err.println("Compatibility <jar> [--previous <jar of the release before>]");
            System.exit(2);
            return;
        }
        Path work = Files.createTempDirectory("preau-compatibility");
        CompatibilityReport report = of(jars.get(0), previous, work);
        report.write(Path.of(""));
        delete(work);
        System.out.print(report.text());
        // The host's threads would go on.
        System.exit(report.passed() ? 0 : 1);
    }

    /** Host and database have ended, and take more than a gigabyte. */
    private static void delete(Path work) throws IOException {
        try (Stream<Path> within = Files.walk(work)) {
            for (Path each : within.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /**
     * Looks at a jar of which nothing is known beforehand.
     *
     * @param work a folder for a host and a database
     */
    static CompatibilityReport of(Path jar, Optional<Path> previous, Path work) {
        return of(jar, previous, work, CompatibilityChecks.ALL);
    }

    /** Looks at some things only. */
    static CompatibilityReport of(
            Path jar, Optional<Path> previous, Path work, List<Check> checks) {
        List<CheckResult> results = new ArrayList<>(JarChecks.of(jar));
        Notes starting = new Notes();
        try {
            PreauKit kit = PreauKit.of(jar, work);
            starting.note("with the API " + kit.manifest().api() + " and nothing else");
            results.add(starting.result("starts"));
            try {
                Subject subject = new Subject(kit, previous, Way.ofAnyJar(jar));
                for (Check check : checks) {
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
