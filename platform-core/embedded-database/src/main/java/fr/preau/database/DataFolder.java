package fr.preau.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where a database lives: its programs, its data, what it is working on and what it says.
 *
 * <p>Who uses it holds the lock of the folder.
 */
final class DataFolder {

    /** Begins with the options for all runs; MariaDB reads no file of settings of this machine. */
    private static final List<String> OPTIONS =
            List.of(
                    "--bind-address=127.0.0.1",
                    "--character-set-server=utf8mb4",
                    "--collation-server=utf8mb4_uca1400_ai_ci",
                    "--default-time-zone=+00:00",
                    "--skip-log-bin",
                    "--skip-name-resolve",
                    // Nobody but this machine can reach it, and making a key takes seconds.
                    "--skip-ssl",
                    "--max-connections=200",
                    "--innodb-buffer-pool-size=512M",
                    "--innodb-log-file-size=256M",
                    "--table-open-cache=8000");

    /** Relative to the data, where the server works: a socket's path must be short. */
    private static final String SOCKET = "mariadb.sock";

    private static final String PROCESS = "mariadb.pid";

    private final Path home;
    private final Path data;
    private final MariaDbPrograms programs;

    DataFolder(Path home, MariaDbPrograms programs) {
        this.home = home;
        this.data = data(home);
        this.programs = programs;
    }

    private static Path data(Path home) {
        return home.resolve("data");
    }

    /** Where the server writes what it does, from its last start on. */
    static Path log(Path home) {
        return home.resolve("mariadb.log");
    }

    /** Forgets the data. */
    static void erase(Path home) throws IOException {
        Trees.delete(data(home));
    }

    /**
     * Ends the server that a process left behind here when it was killed. It can't be anybody
     * else's: who starts one holds the lock of the folder as long as it lives.
     */
    static void endServerLeftBehind(Path home) throws IOException {
        Path file = data(home).resolve(PROCESS);
        if (Files.exists(file)) {
            ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                    .filter(process -> worksOn(process, data(home)))
                    .ifPresent(ServerProcess::stop);
        }
    }

    private static boolean worksOn(ProcessHandle process, Path data) {
        Optional<String[]> arguments = process.info().arguments();
        return arguments.filter(all -> Arrays.asList(all).contains(dataOption(data))).isPresent();
    }

    private static String dataOption(Path data) {
        return "--datadir=" + data;
    }

    /** Makes an empty database, unless there is one. */
    void create(StartProgress progress) throws IOException {
        if (Files.exists(data)) {
            return;
        }
        progress.creating();
        // Beside it first: data of that name is always whole.
        Path unfinished = home.resolve("data.new");
        Trees.delete(unfinished);
        Files.createDirectories(unfinished);
        Path script = Files.createTempFile(home, "system-tables", ".sql");
        try {
            Files.write(script, systemTables());
            List<String> command = command(unfinished);
            command.add("--bootstrap");
            ServerProcess making = ServerProcess.fed(command, script, log(home));
            awaitMade(making);
        } finally {
            Files.delete(script);
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> systemTables() throws IOException {
        List<String> sql = new ArrayList<>(List.of("CREATE DATABASE mysql;", "USE mysql;"));
        for (Path script : programs.systemTables()) {
            sql.addAll(Files.readAllLines(script));
        }
        return sql;
    }

    private static void awaitMade(ServerProcess making) throws IOException {
        try {
            making.awaitEnd(Long.MAX_VALUE);
        } finally {
            making.stop();
        }
        if (!making.succeeded()) {
            throw making.failure("MariaDB could not make its own tables");
        }
    }

    /**
     * Starts the server and does not wait for it.
     *
     * @param first a script that it runs before anybody can connect
     */
    ServerProcess start(int port, List<String> durability, Path first) throws IOException {
        List<String> command = command(data);
        command.addAll(durability);
        command.add("--port=" + port);
        command.add("--socket=" + SOCKET);
        command.add("--pid-file=" + PROCESS);
        command.add("--init-file=" + first);
        return ServerProcess.start(command, log(home));
    }

    private List<String> command(Path where) throws IOException {
        Path work = Files.createDirectories(home.resolve("tmp"));
        List<String> command = new ArrayList<>();
        command.add(programs.server().toString());
        command.add("--no-defaults");
        command.add("--basedir=" + programs.folder());
        command.add("--lc-messages-dir=" + programs.share());
        command.add("--character-sets-dir=" + programs.share().resolve("charsets"));
        command.add(dataOption(where));
        command.add("--tmpdir=" + work);
        command.addAll(OPTIONS);
        if ("root".equals(System.getProperty("user.name"))) {
            // It refuses to work as root, unless it is told that this is meant.
            command.add("--user=root");
        }
        return command;
    }
}
