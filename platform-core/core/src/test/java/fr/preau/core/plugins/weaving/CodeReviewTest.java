package fr.preau.core.plugins.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.core.plugins.weaving.Mention.Held;
import fr.preau.core.testing.SourceBundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a review says of a jar, and which jars it refuses. */
class CodeReviewTest {

    private final SourceBundle source = SourceBundle.named("reviewed");

    private static CodeReview review(byte[] jar) throws IOException {
        Path file = Files.createTempFile(Path.of("target"), "reviewed", ".jar");
        return CodeReview.of(Files.write(file, jar));
    }

    private List<String> problems() throws IOException {
        return review(source.jar()).problems();
    }

    @Test
    void itNamesCategoryPlaceAndWhatBecomesOfIt() throws IOException {
        byte[] library =
                SourceBundle.named("library")
                        .type(
                                "library.Tool",
                                "package library; public class Tool { static native void run();"
                                        + " Object copy(String a) throws Exception"
                                        + " { return new java.io.FileInputStream(a); } }")
                        .jar();
        source.entry("library.jar", library)
                .act(
                        "Act",
                        """
                        java.util.function.IntConsumer exit = System::exit;
                        Object url = new java.net.URL("http://example.org/");
                        return Act.class.getMethod("call").invoke(this);
                        """);

        CodeReview review = review(source.jar());

        assertThat(review.problems()).isEmpty();
        assertThat(review.complete()).isTrue();
        assertThat(review.mentions())
                .containsExactly(
                        new Mention(
                                "files",
                                "library.Tool.copy",
                                "java.io.FileInputStream.new",
                                Held.REFUSED),
                        new Mention(
                                "jvm", "hostile.Act.call", "java.lang.System.exit", Held.REFUSED),
                        new Mention(
                                "native code", "library.Tool.run", "a native method", Held.REFUSED),
                        new Mention("network", "hostile.Act.call", "java.net.URL.new", Held.FREE),
                        new Mention(
                                "reflection",
                                "hostile.Act.call",
                                "java.lang.reflect.Method.invoke",
                                Held.GUARDED));
        assertThat(review.counts()).containsEntry("files", 1L).doesNotContainKey("threads");
    }

    @Test
    void anHonestJarHasNothingToSay() throws IOException {
        CodeReview review = review(source.act("Act", "return java.util.List.of(1);").jar());

        assertThat(review.mentions()).isEmpty();
        assertThat(review.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Fragment-Host, system.bundle;extension:=framework",
        "bundle-activator, hostile.Act",
        "Bundle-NativeCode, lib.so",
        "Require-Bundle, other",
        "DynamicImport-Package, *",
        "Export-Package, gg.jte;version=99",
        "Provide-Capability, osgi.extender;osgi.extender=osgi.component",
        "Service-Component, hidden/component.xml",
        "Import-Package, org.osgi.framework",
        "Import-Package, java.util;org.osgi.framework.wiring;version=1",
        "Import-Package, fr.preau.core.plugins.guard"
    })
    void aManifestThatActsOnTheFrameworkIsRefused(String header, String value) throws IOException {
        source.header(header, value.replace("=1", "=\"[1,2)\""));

        assertThat(problems()).hasSize(1).first().asString().isNotBlank();
    }

    @Test
    void whatTheBuildToolWritesForAComponentIsNoProblem() throws IOException {
        source.header("Import-Package", "fr.preau.api.data;version=\"[1.0,2)\",gg.jte")
                .header(
                        "Provide-Capability",
                        "osgi.service;objectClass:List<String>=\"fr.preau.api.plugin.Plugin\";"
                                + "uses:=\"fr.preau.api.plugin\"")
                .header("Service-Component", "OSGI-INF/fr.preau.garden.GardenPlugin.xml");

        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.util.Timer | java.lang.Runnable",
                "hostile.Paper | java.lang.Runnable",
                "hostile.Nobody | java.lang.Runnable",
                "hostile.Act | org.osgi.framework.hooks.weaving.WeavingHook"
            })
    void aComponentIsAClassOfItsOwnAndNoneOfTheFrameworks(String type, String service)
            throws IOException {
        source.act("Act", "return null;")
                .type(
                        "hostile.Paper",
                        "package hostile; class Paper extends java.io.File { Paper() { super(\"a\"); } }")
                .entry("OSGI-INF/a.xml", component(type, service));

        assertThat(problems()).hasSize(1).first().asString().contains("its component");
    }

    @Test
    void aComponentOfItsOwnIsNoProblem() throws IOException {
        source.act("Act", "return null;")
                .entry("OSGI-INF/a.xml", component("hostile.Act", "java.util.concurrent.Callable"));

        assertThat(problems()).isEmpty();
    }

    private static byte[] component(String type, String service) {
        return """
               <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="a">
                 <service><provide interface="%s"/></service><implementation class="%s"/>
               </scr:component>
               """
                .formatted(service, type)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aClassOfTheHostsNameOrOfANewerJavaOrNoneIsRefused() throws IOException {
        byte[] newer = {
            (byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 99, 0, 1, 0, 0
        };
        source.type(
                        "fr.preau.core.plugins.guard.Refused",
                        "package fr.preau.core.plugins.guard; public class Refused {}")
                .entry("a/Newer.class", newer)
                .entry("a/None.class", new byte[2]);

        assertThat(problems())
                .hasSize(3)
                .anyMatch(problem -> problem.contains("has a name of the host"))
                .anyMatch(problem -> problem.contains("compiled for Java 55"))
                .anyMatch(problem -> problem.contains("a class file is none"));
    }

    @Test
    void twoFilesOfOneNameAreRefused() throws IOException {
        Path file = Files.createTempFile(Path.of("target"), "twice", ".jar");
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : List.of("META-INF/MANIFEST.MF", "meta-inf/manifest.mf")) {
                jar.putNextEntry(new ZipEntry(name));
                jar.write("Manifest-Version: 1.0\n".getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThat(CodeReview.of(file).problems())
                .anyMatch(problem -> problem.contains("is twice in the jar"));
    }
}
