package fr.preau.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.core.testing.SourceBundle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Bundle;

/** Each line of {@code hostile-acts.txt}, done by a module: it is refused, and all else goes on. */
class HeldBackTest {

    private static final List<Act> ACTS = read();

    @SuppressWarnings("NullAway.Init")
    private static Strangers strangers;

    @SuppressWarnings("NullAway.Init")
    private static Bundle bundle;

    /**
     * @param refused how the refusal names it
     * @param body what the module does, in Java
     */
    record Act(String name, String refused, String body) {

        @Override
        public String toString() {
            return body;
        }
    }

    static Stream<Act> acts() {
        return ACTS.stream();
    }

    private static List<Act> read() {
        try (InputStream in = HeldBackTest.class.getResourceAsStream("hostile-acts.txt");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<Act> acts = new ArrayList<>();
            for (String line : lines.lines().toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split(" \\| ", 2);
                    acts.add(new Act("Act" + acts.size(), parts[0].strip(), parts[1].strip()));
                }
            }
            return acts;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void install() throws Exception {
        strangers = new Strangers();
        SourceBundle source =
                SourceBundle.named("hostile")
                        .header("Import-Package", IMPORTS)
                        .type("hostile.Own", OWN)
                        .act("Honest", "return \"still here\";");
        ACTS.forEach(act -> source.act(act.name(), act.body()));
        bundle = strangers.install(source);
    }

    private static final String IMPORTS =
            "org.w3c.dom,org.w3c.dom.ls,javax.xml.parsers,javax.xml.transform,javax.xml.transform.stream,javax.imageio,"
                    + "javax.net,javax.net.ssl,org.xml.sax,jakarta.persistence,gg.jte,gg.jte.output";

    private static final String OWN =
            """
            package hostile;
            public class Own {
              public static class Worker extends Thread {}
              public static class Loader extends ClassLoader {}
              public static class Paper extends java.io.File {
                public Paper(String path) { super(path); }
              }
              public static class Spy extends org.xml.sax.InputSource {
                @Override public String getSystemId() { return "file:///etc/passwd"; }
              }
              public interface Face {
                static Object exec() throws Exception { return Runtime.getRuntime().exec("true"); }
              }
            }
            """;

    @AfterAll
    static void stop() {
        strangers.close();
    }

    @ParameterizedTest
    @MethodSource("acts")
    void isRefusedByItsNameAndTheModulesHonestPartGoesOn(Act act) throws Exception {
        assertThatThrownBy(() -> Strangers.call(bundle, act.name()))
                .isInstanceOf(SecurityException.class)
                .hasMessageStartingWith("a module may not use ")
                .hasMessageContaining(act.refused());
        assertThat(Strangers.call(bundle, "Honest")).isEqualTo("still here");
    }

    @Test
    void theListOfActsCoversEveryCategory() {
        assertThat(ACTS).hasSizeGreaterThan(80);
    }
}
