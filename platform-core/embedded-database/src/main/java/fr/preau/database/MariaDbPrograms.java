package fr.preau.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The programs of MariaDB on disk.
 *
 * @param folder where they were unpacked
 * @param server the program of the server
 * @param share its messages and the scripts that make its own tables
 */
record MariaDbPrograms(Path folder, Path server, Path share) {

    /** Stands in the folder and says which version is unpacked there. */
    private static final String VERSION = "preau-version";

    private static final String SYSTEM_TABLES = "mariadb_system_tables.sql";

    /**
     * Unpacks them, unless the same version is there already.
     *
     * @param folder of which somebody holds the lock
     */
    static MariaDbPrograms in(Path folder, StartProgress progress) throws IOException {
        PackagedPrograms packaged = PackagedPrograms.forThisMachine();
        if (!packaged.version().equals(versionIn(folder))) {
            // Beside it first: a folder of that name is always whole.
            Path unfinished = folder.resolveSibling(folder.getFileName() + ".new");
            Trees.delete(unfinished);
            packaged.unpack(unfinished, progress);
            makeExecutable(server(unfinished));
            Files.writeString(unfinished.resolve(VERSION), packaged.version());
            Trees.delete(folder);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        Path share = find(folder, List.of(SYSTEM_TABLES)).resolveSibling("");
        return new MariaDbPrograms(folder, server(folder), share);
    }

    private static Path server(Path folder) throws IOException {
        return find(folder, List.of("mariadbd", "mysqld.exe"));
    }

    private static void makeExecutable(Path program) throws IOException {
        if (!program.toFile().setExecutable(true, true)) {
            throw new IOException(program + " can't be made executable");
        }
    }

    private static String versionIn(Path folder) throws IOException {
        Path file = folder.resolve(VERSION);
        return Files.exists(file) ? Files.readString(file) : "none";
    }

    /** The jars of the systems differ in where things are. */
    private static Path find(Path folder, List<String> names) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> names.contains(String.valueOf(file.getFileName())))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no " + names + " below " + folder));
        }
    }

    /** The scripts that make MariaDB's own tables; the one with its accounts is not among them. */
    List<Path> systemTables() {
        return Stream.of(
                        SYSTEM_TABLES,
                        "mariadb_performance_tables.sql",
                        "maria_add_gis_sp_bootstrap.sql")
                .map(share::resolve)
                .toList();
    }
}
