package fr.preau.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A MariaDB server of our own, on 127.0.0.1, in a folder that keeps or loses its data.
 *
 * <p>It begins with the lock of its folder, unpacks its programs and makes an empty database if
 * they are not there, starts the server, and is ready when one can connect. It ends when it is
 * closed. A process that is killed leaves the server behind; the next start in the folder ends it.
 */
public final class EmbeddedMariaDb implements AutoCloseable {

    /** The user of the application: no privilege of its own, only roles. */
    public static final String APPLICATION_USER = "preau_app";

    /** The user that changes schemas, and nothing else does. */
    public static final String SCHEMA_USER = "preau_schema";

    /** The user that makes the others; each start gives it another password. */
    private static final String OWNER = "preau_owner";

    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    /** Between two tries to connect; the end of the process ends the wait at once. */
    private static final int AGAIN_MILLISECONDS = 20;

    /** Another process may take a free port before the server does. */
    private static final int MOST_PORTS = 5;

    /** Nothing waits for the disk: a new table alone is synchronised six times otherwise. */
    private static final List<String> FORGETFUL =
            List.of(
                    "--innodb-flush-log-at-trx-commit=0",
                    "--innodb-doublewrite=0",
                    "--innodb-flush-method=nosync",
                    "--sync-frm=0",
                    "--debug-no-sync");

    private static final String PORT_TAKEN = "Bind on TCP/IP port";

    private final FolderLock lock;
    private final ServerProcess server;
    private final int port;
    private final String ownerPassword;

    private EmbeddedMariaDb(FolderLock lock, ServerProcess server, int port, String ownerPassword) {
        this.lock = lock;
        this.server = server;
        this.port = port;
        this.ownerPassword = ownerPassword;
    }

    /**
     * Starts a server whose data outlives it.
     *
     * @param folder holds the programs and the data
     * @param port 0 for any free one
     * @throws FolderInUse if another process has a server there
     * @throws NoDatabaseForThisMachine if MariaDB does not come for this kind of machine
     * @throws java.io.InterruptedIOException if the thread is interrupted; nothing is left running
     */
    public static EmbeddedMariaDb start(Path folder, int port) throws IOException {
        return start(folder, port, StartProgress.SILENT);
    }

    /** Starts a server whose data outlives it, and tells how far it is. */
    public static EmbeddedMariaDb start(Path folder, int port, StartProgress progress)
            throws IOException {
        Path home = home(folder);
        FolderLock lock = FolderLock.take(home);
        try {
            List<String> durable = List.of("--innodb-flush-log-at-trx-commit=1");
            return start(lock, home, port, durable, progress);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Starts a server that trades durability for speed: it begins without data, and ends with the
     * process if nobody closes it. The programs stay in the folder for the next time.
     */
    public static EmbeddedMariaDb startForTests(Path folder) throws IOException {
        Path home = home(folder);
        FolderLock lock = FolderLock.take(home);
        try {
            DataFolder.endServerLeftBehind(home);
            DataFolder.erase(home);
            EmbeddedMariaDb database = start(lock, home, 0, FORGETFUL, StartProgress.SILENT);
            Runtime.getRuntime().addShutdownHook(new Thread(database::close, "preau-database"));
            return database;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Path home(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    private static EmbeddedMariaDb start(
            FolderLock lock, Path home, int port, List<String> durability, StartProgress progress)
            throws IOException {
        DataFolder.endServerLeftBehind(home);
        Files.deleteIfExists(DataFolder.log(home));
        MariaDbPrograms programs = MariaDbPrograms.in(home.resolve("mariadb"), progress);
        DataFolder data = new DataFolder(home, programs);
        data.create(progress);
        progress.starting();
        String ownerPassword = randomPassword();
        Path owner = OwnerScript.write(home, OWNER, ownerPassword);
        try {
            for (int tries = 1; ; tries++) {
                int tried = port == 0 ? freePort() : port;
                ServerProcess server = data.start(tried, durability, owner);
                EmbeddedMariaDb database = new EmbeddedMariaDb(lock, server, tried, ownerPassword);
                if (database.becomesReady()) {
                    return database;
                }
                if (port != 0 || tries == MOST_PORTS || !server.said(PORT_TAKEN)) {
                    throw server.failure("MariaDB did not start on port " + tried);
                }
            }
        } finally {
            Files.delete(owner);
        }
    }

    private static String randomPassword() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** Whether it is ready; if not, it has ended. */
    private boolean becomesReady() throws IOException {
        boolean ready = false;
        try {
            long end = System.nanoTime() + LONGEST_START.toNanos();
            while (!ready && server.isAlive() && System.nanoTime() < end) {
                server.awaitEnd(AGAIN_MILLISECONDS);
                ready = letsOwnerIn();
            }
            return ready;
        } finally {
            if (!ready) {
                server.stop();
            }
        }
    }

    /** Whoever else listens on this port does not know the password, or does not even answer. */
    private boolean letsOwnerIn() {
        String impatient = url() + "?connectTimeout=2000&socketTimeout=2000";
        try (Connection connection = DriverManager.getConnection(impatient, OWNER, ownerPassword)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Creates Préau's two users, or gives them these passwords. */
    public void createUsers(String applicationPassword, String schemaPassword) throws IOException {
        String schemaUser = account(SCHEMA_USER);
        try (Connection connection = connect(OWNER, ownerPassword);
                Statement statement = connection.createStatement()) {
            createUser(statement, APPLICATION_USER, applicationPassword);
            createUser(statement, SCHEMA_USER, schemaPassword);
            statement.execute(
                    "GRANT ALL PRIVILEGES ON `preau\\_%`.* TO "
                            + schemaUser
                            + " WITH GRANT OPTION");
            statement.execute("GRANT CREATE USER ON *.* TO " + schemaUser);
        } catch (SQLException e) {
            throw new IOException("the users of the database could not be made", e);
        }
    }

    private static void createUser(Statement statement, String user, String password)
            throws SQLException {
        statement.execute("CREATE USER IF NOT EXISTS " + account(user));
        statement.execute("ALTER USER " + account(user) + " IDENTIFIED BY " + quoted(password));
    }

    private static String account(String user) {
        return "'" + user + "'@'127.0.0.1'";
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
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

    /** Completes when the server has ended, whether it was asked to or not. */
    public CompletableFuture<Void> ended() {
        return server.ended();
    }

    /** Ends the server that a process left behind in this folder when it was killed, if any. */
    public static void endServerLeftBehind(Path folder) throws IOException {
        try (FolderLock ours = FolderLock.take(home(folder))) {
            DataFolder.endServerLeftBehind(home(folder));
        }
    }

    /** Where the server of this folder writes what it does. */
    public static Path log(Path folder) {
        return DataFolder.log(home(folder));
    }

    /** Stops the server and waits for it, also in a thread that was interrupted. */
    @Override
    public void close() {
        server.stop();
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
