package fr.preau.core.plugins;

import fr.preau.core.testing.SourceBundle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** A real framework with bundles of strangers in it. */
final class Strangers implements AutoCloseable {

    private final FelixFramework framework;
    private int installed;

    Strangers() throws IOException {
        framework = FelixFramework.start(Files.createTempDirectory(Path.of("target"), "strangers"));
    }

    FelixFramework framework() {
        return framework;
    }

    Bundle install(SourceBundle source) throws BundleException {
        Bundle bundle =
                framework
                        .context()
                        .installBundle(
                                "preau:test/" + ++installed,
                                new ByteArrayInputStream(source.jar()));
        bundle.start();
        return bundle;
    }

    /** Calls an act of the bundle as the host would: through a type that both know. */
    static Object call(Bundle bundle, String act) throws Exception {
        Object made = bundle.loadClass("hostile." + act).getDeclaredConstructor().newInstance();
        return ((Callable<?>) made).call();
    }

    @Override
    public void close() {
        framework.close();
    }
}
