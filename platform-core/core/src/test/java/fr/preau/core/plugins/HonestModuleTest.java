package fr.preau.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.core.testing.SourceBundle;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** What a module that means well does, and what its libraries do, goes on as before. */
class HonestModuleTest {

    private final Strangers strangers;
    private final SourceBundle source = SourceBundle.named("honest");

    HonestModuleTest() throws IOException {
        strangers = new Strangers();
    }

    @AfterEach
    void stop() {
        strangers.close();
    }

    private Object done(String body) throws Exception {
        return Strangers.call(strangers.install(source.act("Act", body)), "Act");
    }

    @Test
    void theLanguageIsWhole() throws Exception {
        source.type(
                "hostile.Garden",
                """
                package hostile;
                import java.util.*;
                import java.util.function.*;
                import java.util.stream.*;
                public class Garden {
                  sealed interface Bed permits Round, Long {}
                  record Round(int radius) implements Bed {}
                  record Long(int length, String plant) implements Bed {}
                  enum Season { SPRING { int rank() { return 1; } }, AUTUMN; int rank() { return 3; } }
                  interface Grows { default String grow(String what) { return secret(what); }
                    private String secret(String what) { return what + "!"; } static Grows it() { return new Grows() {}; } }
                  private static String hidden(Bed bed) {
                    return bed instanceof Long l && l.length() > 1 ? l.plant() : "none";
                  }
                  private static class Inner { private int count = 41; private int next() { return ++count; } }
                  public static String all() {
                    Function<Bed, String> names = Garden::hidden;
                    Supplier<Inner> made = Inner::new;
                    String word = switch (Season.valueOf("SPRING")) { case SPRING -> "spring"; case AUTUMN -> "autumn"; };
                    int number = switch (word) { case "spring" -> Season.SPRING.rank(); default -> 0; };
                    try { Objects.requireNonNull(null); } catch (NullPointerException e) { number += 1; } finally { number += 10; }
                    return names.apply(new Long(2, "rose")) + made.get().next() + number + new Round(3)
                        + Grows.it().grow("up") + Stream.of(3, 1, 2).parallel().sorted().map(String::valueOf).collect(Collectors.joining())
                        + List.of("b").parallelStream().findFirst().get() + IntStream.of(1, 2).parallel().sum();
                  }
                }
                """);

        assertThat(done("return Garden.all();")).isEqualTo("rose4212Round[radius=3]up!123b3");
    }

    @Test
    void itReflectsOnItsOwnClassesPrivateMembersToo() throws Exception {
        source.type(
                "hostile.Own",
                """
                package hostile;
                class Own {
                  private int count = 1;
                  private Own() {}
                  private String twice(String word) { return word + word; }
                  static void broken() { throw new IllegalStateException("as it should"); }
                }
                """);

        assertThat(
                        done(
                                """
                                var made = Own.class.getDeclaredConstructor();
                                made.setAccessible(true);
                                Object own = made.newInstance();
                                var count = Own.class.getDeclaredField("count");
                                count.setAccessible(true);
                                count.setInt(own, 41);
                                count.set(own, count.getInt(own) + 1);
                                var twice = Own.class.getDeclaredMethod("twice", String.class);
                                String word = "of the target";
                                try { Own.class.getDeclaredMethod("broken").invoke(null); }
                                catch (java.lang.reflect.InvocationTargetException e) { word = e.getCause().getMessage(); }
                                return count.get(own) + " " + twice.invoke(own, "ha") + " " + word;
                                """))
                .isEqualTo("42 haha as it should");
    }

    @Test
    void itReadsTheEntriesOfItsJar() throws Exception {
        source.entry("words.txt", "carrés".getBytes(StandardCharsets.UTF_8));

        assertThat(
                        done(
                                """
                                String a = new String(Act.class.getResourceAsStream("/words.txt").readAllBytes(), "UTF-8");
                                String b = new String(Act.class.getResource("/words.txt").openStream().readAllBytes(), "UTF-8");
                                String c = new String(Act.class.getClassLoader().getResource("words.txt").openConnection().getInputStream().readAllBytes(), "UTF-8");
                                String d = new String(Thread.currentThread().getContextClassLoader().getResourceAsStream("words.txt").readAllBytes(), "UTF-8");
                                return a + b + c + d + java.util.ResourceBundle.getBundle("fine").getString("a");
                                """
                                        .replace(
                                                "+ java.util.ResourceBundle.getBundle(\"fine\").getString(\"a\")",
                                                "")))
                .isEqualTo("carrés".repeat(4));
    }

    @Test
    void itReadsAndWritesXmlAndNothingIsFetched() throws Exception {
        source.header(
                "Import-Package",
                "javax.xml.parsers,javax.xml.transform,javax.xml.transform.dom,"
                        + "javax.xml.transform.stream,org.w3c.dom,org.xml.sax");

        assertThat(
                        done(
                                """
                                var factory = javax.xml.parsers.DocumentBuilderFactory.newInstance();
                                factory.setFeature(javax.xml.XMLConstants.FEATURE_SECURE_PROCESSING, true);
                                factory.setAttribute(javax.xml.XMLConstants.ACCESS_EXTERNAL_DTD, "");
                                var good = factory.newDocumentBuilder().parse(new java.io.ByteArrayInputStream("<a>b</a>".getBytes()));
                                var out = new java.io.StringWriter();
                                javax.xml.transform.TransformerFactory.newInstance().newTransformer().transform(
                                    new javax.xml.transform.dom.DOMSource(good.getDocumentElement()), new javax.xml.transform.stream.StreamResult(out));
                                String fetching = "<!DOCTYPE a [<!ENTITY e SYSTEM \\"file:///etc/passwd\\">]><a>&e;</a>";
                                try { return out + factory.newDocumentBuilder().parse(new java.io.ByteArrayInputStream(fetching.getBytes())).getDocumentElement().getTextContent(); }
                                catch (org.xml.sax.SAXParseException e) { return out + e.getMessage(); }
                                """))
                .asString()
                .contains("<a>b</a>", "accessExternalDTD");
    }

    @Test
    void itFindsTheServicesThatItsJarNames() throws Exception {
        source.type(
                        "hostile.Greeting",
                        "package hostile; public class Greeting implements java.util.function.Supplier<String>"
                                + " { public String get() { return \"bonjour\"; } }")
                .entry(
                        "META-INF/services/java.util.function.Supplier",
                        "hostile.Greeting".getBytes(StandardCharsets.UTF_8));

        assertThat(
                        done(
                                "return java.util.ServiceLoader.load(java.util.function.Supplier.class)"
                                        + ".iterator().next().get();"))
                .isEqualTo("bonjour");
    }

    @Test
    void itLearnsNothingOfTheServersEnvironmentAndGoesOn() throws Exception {
        assertThat(
                        done(
                                """
                                return System.getenv("PATH") + System.getenv().size() + System.getProperty("user.home")
                                    + System.getProperty("java.class.path", "-") + System.getProperties().containsKey("user.dir")
                                    + System.getProperty("java.specification.version");
                                """))
                .isEqualTo("null0null-false" + System.getProperty("java.specification.version"));
    }

    @Test
    void theLoaderOfAHostsClassIsNone() throws Exception {
        source.header("Import-Package", "gg.jte");

        assertThat(
                        done(
                                """
                                boolean own = Act.class.getClassLoader() == Thread.currentThread().getContextClassLoader();
                                return own + " " + gg.jte.Content.class.getClassLoader() + " " + Act.class.getClassLoader().getParent()
                                    + " " + (ClassLoader.getSystemClassLoader() == Act.class.getClassLoader())
                                    + " " + gg.jte.Content.class.getResource("/fr/preau/core/plugins/PluginHost.class")
                                    + " " + Class.forName("hostile.Act", true, null).getSimpleName();
                                """))
                .isEqualTo("true null null true null Act");
        assertThatThrownBy(
                        () ->
                                Strangers.call(
                                        strangers.install(
                                                SourceBundle.named("curious")
                                                        .act(
                                                                "Curious",
                                                                "return Class.forName("
                                                                        + "\"fr.preau.core.plugins.PluginHost\");")),
                                        "Curious"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    /**
     * A proxy stands for what an entity manager is: its interface is a module's, its class is not.
     */
    @Test
    @SuppressWarnings("unchecked") // the act is a function of what it is given
    void anObjectOfTheHostIsReachedByItsInterfaceAndNotByItsClass() throws Exception {
        source.type(
                "hostile.Probe",
                """
                package hostile;
                public class Probe implements java.util.function.Function<Object, Object> {
                  public Object apply(Object host) {
                    StringBuilder said = new StringBuilder();
                    said.append(tried(() -> java.util.function.Function.class.getMethod("apply", Object.class).invoke(host, "by its interface")));
                    said.append(';').append(tried(() -> host.getClass().getMethod("apply", Object.class).invoke(host, "by its class")));
                    said.append(';').append(tried(() -> host.getClass().getDeclaredField("secret").get(host)));
                    said.append(';').append(tried(() -> java.lang.reflect.Proxy.getInvocationHandler(host)));
                    return said.toString();
                  }
                  private static Object tried(java.util.concurrent.Callable<Object> act) {
                    try { return act.call(); } catch (Exception e) { return e; }
                  }
                }
                """);
        Bundle bundle = strangers.install(source);
        Function<Object, Object> probe =
                (Function<Object, Object>)
                        bundle.loadClass("hostile.Probe").getDeclaredConstructor().newInstance();
        InvocationHandler handler = (self, method, arguments) -> arguments[0];
        Object proxy =
                Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {Function.class}, handler);

        assertThat(probe.apply(new OfTheHost()))
                .asString()
                .startsWith("by its interface;java.lang.SecurityException: a module may not use ")
                .contains(
                        "OfTheHost, a class that it can't name;java.lang.SecurityException",
                        ";java.lang.IllegalArgumentException: not a proxy instance")
                .doesNotContain(OfTheHost.SECRET);
        assertThat(probe.apply(proxy))
                .asString()
                .startsWith("by its interface;by its class;java.lang.NoSuchFieldException")
                .contains("a module may not use the invocation handler");
    }

    /** An object of the host as a module meets it. */
    public static final class OfTheHost implements Function<Object, Object> {

        static final String SECRET = "key of the house";

        public final String secret = SECRET;

        @Override
        public Object apply(Object given) {
            return given;
        }
    }

    @Test
    void aLibraryWithADeadForbiddenCallLoadsAndOnlyTheCallFails() throws Exception {
        source.type(
                "library.Tool",
                """
                package library;
                public class Tool {
                  public static int sum(int a, int b) { return a + b; }
                  public static void save(String name) throws java.io.IOException {
                    try (var out = new java.io.FileOutputStream(name)) { out.write(1); }
                  }
                  static class Closer extends Thread { public void run() { System.exit(0); } }
                  protected void finalize() throws Throwable { Runtime.getRuntime().gc(); }
                }
                """);

        assertThat(
                        done(
                                """
                                try { library.Tool.save("target/saved"); return "saved"; }
                                catch (SecurityException e) { return library.Tool.sum(1, 2) + e.getMessage(); }
                                """))
                .asString()
                .startsWith("3a module may not use new java.io.FileOutputStream");
        assertThat(Path.of("target/saved")).doesNotExist();
    }

    @Test
    void aLibraryThatMapsObjectsByReflectionWorks() throws Exception {
        for (String name : new String[] {"databind", "core", "annotations"}) {
            source.entry(name + ".jar", Files.readAllBytes(jackson(name)));
        }
        source.header("Bundle-ClassPath", ".,databind.jar,core.jar,annotations.jar")
                .type(
                        "hostile.Bed",
                        "package hostile; public record Bed(String plant, int length) {}");

        assertThat(
                        done(
                                """
                                var json = new com.fasterxml.jackson.databind.ObjectMapper();
                                Bed bed = json.readValue("{\\"plant\\":\\"rose\\",\\"length\\":3}", Bed.class);
                                return json.writeValueAsString(java.util.Map.of("bed", bed, "list", java.util.List.of(1, 2)).get("bed"));
                                """))
                .isEqualTo("{\"plant\":\"rose\",\"length\":3}");
    }

    private static Path jackson(String part) {
        return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(path -> path.contains("jackson-" + part))
                .map(Path::of)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aServiceOfAnotherModuleIsNotFound() throws BundleException {
        Bundle one = strangers.install(SourceBundle.named("one"));
        Bundle two = strangers.install(SourceBundle.named("two"));
        one.getBundleContext()
                .registerService(Runnable.class, () -> {}, new java.util.Hashtable<>(Map.of()));

        assertThat(two.getBundleContext().getServiceReference(Runnable.class)).isNull();
        assertThat(one.getBundleContext().getServiceReference(Runnable.class)).isNotNull();
        assertThat(strangers.framework().context().getServiceReference(Runnable.class))
                .as("the host finds it")
                .isNotNull();
    }
}
