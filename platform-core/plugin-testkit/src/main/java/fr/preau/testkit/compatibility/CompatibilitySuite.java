package fr.preau.testkit.compatibility;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import fr.preau.testkit.KitCollege;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * The checks that every module must pass, as tests of its own project: a class that extends this
 * runs them, each as one test. What could not be run is skipped, with the reason.
 *
 * <p>The report lies in {@code target} as text and as JSON.
 */
@PreauTest
public abstract class CompatibilitySuite {

    private final List<CheckResult> results = new ArrayList<>();

    /**
     * Fills the tables of the module; a module overrides it whose own forms, and rows made up from
     * the definitions of its columns, show too little.
     *
     * @param many how many of the things that the module keeps
     * @param mark to stand in every text
     */
    protected void fill(PreauKit kit, KitCollege college, int many, String mark) {
        Way.ofAnyJar(kit.jar()).get(0).filling().fill(kit, college, many, mark);
    }

    /** The jar of the release before, from which one must be able to update. */
    protected Optional<Path> previous() {
        return Optional.ofNullable(System.getProperty("preau.previous")).map(Path::of);
    }

    @TestFactory
    final Stream<DynamicTest> isCompatible(PreauKit kit) {
        List<Way> ways = overridesFill() ? Way.ofModule(this::fill) : Way.ofAnyJar(kit.jar());
        Subject subject = new Subject(kit, previous(), ways);
        Stream<DynamicTest> jar =
                JarChecks.of(kit.jar()).stream()
                        .map(result -> dynamicTest(result.name(), () -> tell(result)));
        Stream<DynamicTest> running =
                CompatibilityChecks.ALL.stream()
                        .map(
                                check ->
                                        dynamicTest(
                                                check.name(),
                                                () ->
                                                        tell(
                                                                CompatibilityChecks.look(
                                                                        check, subject))));
        return Stream.concat(jar, running);
    }

    private boolean overridesFill() {
        try {
            return getClass()
                            .getDeclaredMethod(
                                    "fill",
                                    PreauKit.class,
                                    KitCollege.class,
                                    int.class,
                                    String.class)
                            .getDeclaringClass()
                    != CompatibilitySuite.class;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private void tell(CheckResult result) {
        results.add(result);
        String notes = String.join("\n", result.notes());
        if (result.state() == CheckResult.State.FAILED) {
            throw new AssertionFailedError(notes);
        }
        if (result.state() == CheckResult.State.NOT_RUN) {
            throw new TestAbortedException(notes);
        }
    }

    @AfterEach
    final void writeReport(PreauKit kit) throws IOException {
        new CompatibilityReport(String.valueOf(kit.jar().getFileName()), results)
                .write(Path.of("target"));
    }
}
