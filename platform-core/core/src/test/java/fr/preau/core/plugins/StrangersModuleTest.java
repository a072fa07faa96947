package fr.preau.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.directory.Directory;
import fr.preau.core.persistence.PersistenceUnits;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.GardenBundle;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.TestDatabase;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A stranger's module at the real host: refused with the reason, and the next one runs. */
class StrangersModuleTest {

    private final Path jars;
    private final ExecutorService behind = Executors.newSingleThreadExecutor();
    private final PluginHost host;

    StrangersModuleTest() throws IOException, SQLException {
        UnitsOfWork units = new UnitsOfWork(TestDatabase.get().pool(1));
        this.jars = Files.createTempDirectory(Path.of("target"), "strangers");
        Directory nobodys =
                (Directory)
                        Proxy.newProxyInstance(
                                Directory.class.getClassLoader(),
                                new Class<?>[] {Directory.class},
                                (self, method, arguments) -> {
                                    throw new UnsupportedOperationException(method.getName());
                                });
        this.host =
                new PluginHost(
                        jars.resolve("felix"),
                        units,
                        new PersistenceUnits(units),
                        nobodys,
                        HandClock.now(),
                        behind,
                        Executors.defaultThreadFactory());
    }

    @AfterEach
    void stopHost() {
        host.close();
        behind.shutdown();
    }

    @Test
    void aModuleThatWouldEndTheServerIsRefusedAndAnHonestOneRuns() {
        Path exit =
                GardenBundle.version("1.0.0")
                        .with("public List<Route<?, ?>> routes() { System.exit(3); return null; }")
                        .into(jars, "exit.jar");

        assertThatThrownBy(() -> host.deploy(exit, "any", Set.of()))
                .isInstanceOf(PluginRefused.class)
                .hasMessageContaining("a module may not use java.lang.System.exit");
        assertThat(host.find("garden")).isEmpty();

        Path honest = GardenBundle.version("1.1.0").into(jars, "honest.jar");
        assertThatCode(() -> host.deploy(honest, "any", Set.of())).doesNotThrowAnyException();
        assertThat(host.find("garden")).isPresent();
    }

    @Test
    void aModuleWithAClassForANewerJavaIsRefusedWithThatReason() throws IOException {
        Path jar = GardenBundle.version("1.0.0").into(jars, "newer.jar");
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Path type = zip.getPath("garden/Garden.class");
            byte[] newer = Files.readAllBytes(type);
            newer[7] = (byte) 200;
            Files.write(type, newer);
        }

        assertThatThrownBy(() -> host.deploy(jar, "any", Set.of()))
                .isInstanceOf(PluginRefused.class)
                .hasMessageContaining("compiled for Java 156, this server runs Java");
    }
}
