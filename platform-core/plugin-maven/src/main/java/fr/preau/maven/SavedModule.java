package fr.preau.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.maven.plugin.logging.Log;

/** A module whose jar goes into the folder of a demo after each save. */
final class SavedModule {

    private final ModuleSources sources;
    private final ModuleBuild build;
    private final Path inbox;
    private final String name;
    private final Log log;
    private Object built = "nothing yet";

    /**
     * @param inbox whose jars the demo runs
     * @param name of the jar, without its ending
     */
    SavedModule(ModuleSources sources, ModuleBuild build, Path inbox, String name, Log log) {
        this.sources = sources;
        this.build = build;
        this.inbox = inbox;
        this.name = name;
        this.log = log;
    }

    /** Builds it if something was saved since the last time; what can't be built is told. */
    void deliverIfSaved() throws IOException {
        Object now = sources.state();
        if (!now.equals(built)) {
            built = now;
            deliver();
        }
    }

    /** Written beside, then moved, so that the server never sees half a file. */
    private void deliver() throws IOException {
        long begun = System.nanoTime();
        Path part = inbox.resolve(name + ".part");
        try {
            build.into(part);
            Files.move(part, inbox.resolve(name + ".jar"), StandardCopyOption.REPLACE_EXISTING);
            log.info("In the demo after " + (System.nanoTime() - begun) / 1_000_000 + " ms");
        } catch (NotBuilt e) {
            Files.deleteIfExists(part);
            log.error("The demo keeps what it has:\n" + e.getMessage());
        }
    }
}
