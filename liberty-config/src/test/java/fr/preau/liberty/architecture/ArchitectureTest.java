package fr.preau.liberty.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Read from what the other modules were compiled to; a new plugin joins by itself. */
class ArchitectureTest {

    private static final String ROOT = System.getProperty("preau.root", "..");

    private static final JavaClasses PREAU = new ClassFileImporter().importPaths(compiled());

    private static List<Path> compiled() {
        return Stream.of("platform-core", "plugins", "tenants")
                .flatMap(folder -> modules(Path.of(ROOT, folder)))
                .map(ArchitectureTest::classesOf)
                .filter(Files::isDirectory)
                .toList();
    }

    private static Path classesOf(Path module) {
        return module.resolve("target").resolve("classes");
    }

    private static Stream<Path> modules(Path folder) {
        try (Stream<Path> modules = Files.list(folder)) {
            // The test kit plays requests and the clock: it is never part of a server.
            return modules.filter(module -> !module.endsWith("plugin-testkit")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DescribedPredicate<JavaClass> ours() {
        return resideInAPackage("fr.preau..");
    }

    private static DescribedPredicate<JavaClass> api() {
        return resideInAPackage("fr.preau.api..");
    }

    @Test
    void theApiKnowsNoImplementation() {
        noClasses()
                .that(api())
                .should()
                .dependOnClassesThat(ours().and(not(api())))
                .because("it is what vendors build on")
                .check(PREAU);
    }

    @Test
    void theCoreServesAnyDoorNotOnlyTheWeb() {
        noClasses()
                .that()
                .resideInAPackage("fr.preau.core..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("fr.preau.portal..")
                .check(PREAU);
    }

    @Test
    void aPluginSeesTheApiAndItselfOnly() {
        List<Path> plugins =
                modules(Path.of(ROOT, "plugins")).map(ArchitectureTest::classesOf).toList();
        for (Path plugin : plugins.stream().filter(Files::isDirectory).toList()) {
            JavaClasses module = new ClassFileImporter().importPath(plugin);
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            ours().and(not(api()))
                                    .and(
                                            describe(
                                                    "of another module",
                                                    c ->
                                                            !module.contain(
                                                                    c.getBaseComponentType()
                                                                            .getName()))))
                    .because("a module can be taken away without breaking its neighbours")
                    .check(module);
        }
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("fr.preau.(*).(*)..")
                .should()
                .beFreeOfCycles()
                // A generated template draws a page of its part, which in turn calls it.
                .ignoreDependency(resideInAPackage("..templates.."), alwaysTrue())
                .because("a part that needs its user can't be understood, or changed, alone")
                .check(PREAU);
    }

    @Test
    void onlyTheTenancyTakesAConnectionFromAPool() {
        noClasses()
                .that()
                .resideOutsideOfPackages("fr.preau.core.tenancy..", "fr.preau.database..")
                .should()
                .callMethodWhere(
                        target(owner(assignableTo(DataSource.class)))
                                .and(target(name("getConnection"))))
                .because("a connection that no unit of work holds may be anybody's collège")
                .check(PREAU);
    }

    @Test
    void everyQueryIsBound() {
        noClasses()
                .that()
                .resideOutsideOfPackages("fr.preau.core.tenancy..", "fr.preau.database..")
                .should()
                .callMethodWhere(
                        target(owner(assignableTo(Connection.class)))
                                .and(target(name("createStatement"))))
                .because("a statement without parameters invites text of a user into the SQL")
                .check(PREAU);
    }

    @Test
    void theClockIsGiven() {
        noClasses()
                .should()
                .callMethodWhere(
                        target(owner(resideInAPackage("java.time..")))
                                .and(target(name("now")))
                                .and(target(rawParameterTypes(new Class<?>[0]))))
                .because("midnight and 29 February are tested with a clock of the test's own")
                .check(PREAU);
    }

    @Test
    void onlyTheDoorKnowsServlets() {
        noClasses()
                .that()
                .resideOutsideOfPackages("fr.preau.portal.dispatch..", "fr.preau.portal.server..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.servlet..")
                .because("pages are records: whoever sees a request can answer around the routes")
                .check(PREAU);
    }
}
