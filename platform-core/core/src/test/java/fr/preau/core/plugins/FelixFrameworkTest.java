package fr.preau.core.plugins;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/** What a bundle may see of the JDK, and what it can't get around to. */
class FelixFrameworkTest {

    @SuppressWarnings("NullAway.Init")
    private static FelixFramework framework;

    private static int installed;

    @BeforeAll
    static void start() throws IOException {
        framework = FelixFramework.start(Files.createTempDirectory(Path.of("target"), "framework"));
    }

    @AfterAll
    static void stop() {
        framework.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javax.naming",
                "javax.naming.spi",
                "javax.sql",
                "javax.management",
                "javax.script",
                "javax.tools",
                "com.sun.net.httpserver",
                "sun.misc",
                "org.eclipse.persistence.sessions",
                "org.mariadb.jdbc",
                "fr.preau.core.tenancy"
            })
    void aBundleThatImportsWhatIsNotAModulesDoesNotResolve(String name) {
        assertThatThrownBy(() -> bundle(Constants.IMPORT_PACKAGE, name).start())
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("osgi.wiring.package=" + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.sql,java.net.http,java.util",
                "javax.crypto,javax.crypto.spec,javax.net.ssl",
                "javax.xml.parsers,javax.xml.stream,javax.xml.transform.stream,javax.xml.xpath",
                "org.w3c.dom,org.xml.sax,org.xml.sax.helpers",
                "javax.imageio,javax.imageio.stream",
                "jakarta.persistence,fr.preau.api.plugin"
            })
    void aBundleThatImportsWhatAModuleNeedsResolves(String names) {
        assertThatCode(() -> bundle(Constants.IMPORT_PACKAGE, names).start())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javax.naming.InitialContext",
                "javax.sql.DataSource",
                "javax.management.MBeanServer",
                "org.mariadb.jdbc.Driver"
            })
    void importingWhateverThereIsBringsNoMore(String type) throws BundleException {
        Bundle bundle = bundle(Constants.DYNAMICIMPORT_PACKAGE, "*");
        bundle.start();
        assertThatThrownBy(() -> bundle.loadClass(type)).isInstanceOf(ClassNotFoundException.class);
    }

    /** An empty bundle with one more line in its manifest. */
    private static Bundle bundle(String header, String value) throws BundleException {
        int number = ++installed;
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.putValue("Manifest-Version", "1.0");
        attributes.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        attributes.putValue(Constants.BUNDLE_SYMBOLICNAME, "test" + number);
        attributes.putValue(header, value);
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(jar, manifest)) {
            out.flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return framework
                .context()
                .installBundle("test:" + number, new ByteArrayInputStream(jar.toByteArray()));
    }
}
