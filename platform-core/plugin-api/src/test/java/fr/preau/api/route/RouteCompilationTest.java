package fr.preau.api.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That nobody can forget to say who may call a route: the compiler says so. */
class RouteCompilationTest {

    @SuppressWarnings("NullAway.Init")
    @TempDir
    private Path classes;

    @Test
    void aRouteThatSaysWhoMayCallItCompiles() throws IOException {
        assertThat(errorsOf(".allows(Callers.profiles(Profile.TEACHER))")).isEmpty();
    }

    @Test
    void aRouteWithoutDeclaredCallersDoesNotCompile() throws IOException {
        assertThat(errorsOf(""))
                .singleElement()
                .satisfies(error -> assertThat(error).contains("drawnBy", "Typed"));
    }

    @Test
    void aRouteThatAllowsNobodyInParticularDoesNotCompile() throws IOException {
        assertThat(errorsOf(".allows()")).singleElement().asString().contains("allows");
        assertThat(errorsOf(".allows(Callers.profiles())")).isNotEmpty();
        assertThat(errorsOf(".allows(Callers.staff())")).isNotEmpty();
    }

    @Test
    void aRouteThatSendsAFileSaysWhoMayHaveIt() throws IOException {
        assertThat(errorsOfFileRoute(".allows(Callers.profiles(Profile.TEACHER))")).isEmpty();
        assertThat(errorsOfFileRoute(""))
                .singleElement()
                .satisfies(error -> assertThat(error).contains("handledBy", "Sending"));
    }

    private List<String> errorsOfFileRoute(String callers) throws IOException {
        return errorsIn(
                """
                import fr.preau.api.files.Download;
                import fr.preau.api.route.Callers;
                import fr.preau.api.route.NoInput;
                import fr.preau.api.route.Route;
                import fr.preau.api.school.Profile;

                class Canteen {
                    Route<NoInput, Download> route =
                            Route.get("/menu.csv")
                                    .sendsFile()
                                    CALLERS
                                    .handledBy((request, input) ->
                                            Download.save("menu.csv", new byte[0]));
                }
                """
                        .replace("CALLERS", callers));
    }

    private List<String> errorsOf(String callers) throws IOException {
        return errorsIn(
                """
                import fr.preau.api.page.Screen;
                import fr.preau.api.route.Answer;
                import fr.preau.api.route.Callers;
                import fr.preau.api.route.NoInput;
                import fr.preau.api.route.Route;
                import fr.preau.api.school.Profile;

                class Canteen {
                    record Menu(String dish) {}

                    static Screen draw(Menu menu) {
                        throw new UnsupportedOperationException();
                    }

                    Route<NoInput, Menu> route =
                            Route.get("/menu")
                                    .shows(Menu.class)
                                    CALLERS
                                    .drawnBy((menu, context) -> draw(menu))
                                    .handledBy((request, input) -> Answer.show(new Menu("Gratin")));
                }
                """
                        .replace("CALLERS", callers));
    }

    private List<String> errorsIn(String source) throws IOException {
        JavaCompiler compiler =
                Objects.requireNonNull(
                        ToolProvider.getSystemJavaCompiler(), "the tests need a JDK");
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            compiler.getTask(
                            null,
                            files,
                            found,
                            List.of("-proc:none"),
                            null,
                            List.of(new Source("Canteen", source)))
                    .call();
        }
        return found.getDiagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .map(d -> d.getMessage(Locale.ROOT))
                .toList();
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
