package fr.preau.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMariaDbTest {

    private static final String SECRET = "it's a \\ secret";

    private static Path unpackedOnce = Path.of("target", "no-programs-yet");

    private Path folder;

    @BeforeAll
    static void unpack(@TempDir Path shared) throws IOException {
        unpackedOnce = shared.resolve("mariadb");
        MariaDbPrograms.in(unpackedOnce, StartProgress.SILENT);
    }

    /** Unpacking takes longer than most of these tests; its own tests begin with nothing. */
    @BeforeEach
    void aFolderWithItsPrograms(@TempDir Path folder) throws IOException {
        this.folder = folder;
        link(folder);
    }

    private static void link(Path folder) throws IOException {
        Path programs = folder.resolve("mariadb");
        try (Stream<Path> all = Files.walk(unpackedOnce)) {
            for (Path one : all.toList()) {
                Path link = programs.resolve(unpackedOnce.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(link);
                } else {
                    Files.createLink(link, one);
                }
            }
        }
    }

    @Test
    void theApplicationUserMayDoNothingByItself() throws Exception {
        try (EmbeddedMariaDb database = EmbeddedMariaDb.startForTests(folder)) {
            database.createUsers("app-secret", SECRET);
            try (Connection schema = database.connect(EmbeddedMariaDb.SCHEMA_USER, SECRET);
                    Statement statement = schema.createStatement()) {
                statement.execute("CREATE DATABASE preau_c_test");
                statement.execute("CREATE TABLE preau_c_test.a (b INT)");
                assertThatThrownBy(() -> statement.execute("CREATE DATABASE other"))
                        .isInstanceOf(SQLException.class);
            }
            try (Connection app = database.connect(EmbeddedMariaDb.APPLICATION_USER, "app-secret");
                    Statement statement = app.createStatement()) {
                assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM preau_c_test.a"))
                        .hasMessageContaining("denied");
                try (ResultSet schemas = statement.executeQuery("SHOW DATABASES")) {
                    assertThat(schemas.next()).isTrue();
                    assertThat(schemas.getString(1)).isEqualTo("information_schema");
                    assertThat(schemas.next()).isFalse();
                }
                assertThatThrownBy(() -> statement.execute("CREATE TABLE test_x.a (b INT)"))
                        .hasMessageContaining("denied");
            }
        }
    }

    @Test
    void nobodyIsLetInWithoutAPassword() throws Exception {
        try (EmbeddedMariaDb database = EmbeddedMariaDb.startForTests(folder)) {
            for (String user : List.of("", "root", "preau_owner", "preau_app")) {
                assertThatThrownBy(() -> database.connect(user, ""))
                        .hasMessageContaining("Access denied");
            }
        }
    }

    @Test
    void noPasswordIsLeftInAFile() throws Exception {
        try (EmbeddedMariaDb database = EmbeddedMariaDb.startForTests(folder)) {
            database.createUsers("app-secret", SECRET);
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).noneMatch(file -> file.toString().endsWith(".sql"));
            }
        }
    }

    @Test
    void theDataOutlivesAStop() throws Exception {
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder, 0)) {
            database.createUsers("app-secret", SECRET);
            writeAnswer(database.url(), SECRET);
        }
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder, 0)) {
            assertThat(answer(database.url(), SECRET)).isEqualTo(42);
        }
    }

    @Test
    void aDatabaseForTestsBeginsEmpty() throws Exception {
        try (EmbeddedMariaDb database = EmbeddedMariaDb.startForTests(folder)) {
            database.createUsers("app-secret", SECRET);
            writeAnswer(database.url(), SECRET);
        }
        try (EmbeddedMariaDb database = EmbeddedMariaDb.startForTests(folder)) {
            database.createUsers("app-secret", SECRET);
            assertThatThrownBy(() -> answer(database.url(), SECRET))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void theDataOutlivesAKilledServer() throws Exception {
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder, 0)) {
            database.createUsers("app-secret", SECRET);
            writeAnswer(database.url(), SECRET);
            long pid = Long.parseLong(Files.readString(folder.resolve("data/mariadb.pid")).strip());
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            database.ended().join();
        }
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder, 0)) {
            assertThat(answer(database.url(), SECRET)).isEqualTo(42);
        }
    }

    @Test
    void aServerThatAKilledProcessLeftBehindIsEndedByTheNextStart() throws Exception {
        String orphan;
        try (ADatabaseProcess process = ADatabaseProcess.in(folder)) {
            orphan = process.url();
            writeAnswer(orphan, ADatabaseProcess.PASSWORD);
            process.kill();
            assertThat(answer(orphan, ADatabaseProcess.PASSWORD)).isEqualTo(42);
        }
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder, 0)) {
            assertThat(answer(database.url(), ADatabaseProcess.PASSWORD)).isEqualTo(42);
            assertThatThrownBy(() -> answer(orphan, ADatabaseProcess.PASSWORD))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void itStartsInAFolderWithASpaceAndAnAccent() throws Exception {
        Path named = folder.resolve("Année scolaire (n° 1)");
        try (ADatabaseProcess process = ADatabaseProcess.in(named)) {
            String url = process.url();
            writeAnswer(url, ADatabaseProcess.PASSWORD);
            assertThat(answer(url, ADatabaseProcess.PASSWORD)).isEqualTo(42);
        }
    }

    @Test
    void itStartsInAFolderThatIsTooDeepForASocket() throws Exception {
        Path deep = folder.resolve("a".repeat(80)).resolve("b".repeat(80));
        try (EmbeddedMariaDb database = EmbeddedMariaDb.startForTests(deep)) {
            assertThat(database.port()).isPositive();
        }
    }

    @Test
    void itStartsForAUserThatIsNotRoot(@TempDir Path copies) throws Exception {
        if (ADatabaseProcess.isRoot()) {
            assumeTrue(ADatabaseProcess.canStartAsNobody(), "setpriv is not there");
            Path forAnybody = Files.createDirectory(folder.resolve("anybody"));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setPosixFilePermissions(forAnybody, PosixFilePermissions.fromString("rwxrwxrwx"));
            try (ADatabaseProcess process = ADatabaseProcess.asNobody(forAnybody, copies)) {
                writeAnswer(process.url(), ADatabaseProcess.PASSWORD);
                assertThat(Files.getOwner(forAnybody.resolve("data")).getName())
                        .isNotEqualTo("root");
            }
        } else {
            try (ADatabaseProcess process = ADatabaseProcess.in(folder)) {
                writeAnswer(process.url(), ADatabaseProcess.PASSWORD);
            }
        }
    }

    @Test
    void aSecondStartInTheSameFolderIsRefused() throws Exception {
        try (ADatabaseProcess first = ADatabaseProcess.in(folder)) {
            String url = first.url();
            assertThatThrownBy(() -> EmbeddedMariaDb.start(folder, 0))
                    .isInstanceOf(FolderInUse.class)
                    .hasMessage(folder + " is in use by another process");
            writeAnswer(url, ADatabaseProcess.PASSWORD);
        }
    }

    @Test
    void aSecondStartByTheSameProcessIsRefusedToo() throws Exception {
        try (EmbeddedMariaDb first = EmbeddedMariaDb.startForTests(folder)) {
            for (int times = 0; times < 2; times++) {
                assertThatThrownBy(() -> EmbeddedMariaDb.startForTests(folder))
                        .isInstanceOf(FolderInUse.class);
            }
            first.createUsers("app-secret", SECRET);
        }
    }

    @Test
    void whatMariaDbSaysIsInTheMessageWhenItCantStart() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedMariaDb.start(folder, taken.getLocalPort()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("did not start on port " + taken.getLocalPort())
                    .hasMessageContaining(folder.resolve("mariadb.log").toString())
                    .hasMessageContaining("Address already in use");
        }
    }

    @Test
    void anInterruptedStartLeavesNothingBehindAndTheNextOneSucceeds() throws Exception {
        StartProgress interrupting =
                new StartProgress() {
                    @Override
                    public void unpacking(int percent) {}

                    @Override
                    public void creating() {}

                    @Override
                    public void starting() {
                        Thread.currentThread().interrupt();
                    }
                };
        assertThatThrownBy(() -> EmbeddedMariaDb.start(folder, 0, interrupting))
                .isInstanceOf(IOException.class);
        assertThat(Thread.interrupted()).isTrue();
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder, 0)) {
            database.createUsers("app-secret", SECRET);
            assertThat(Files.readString(folder.resolve("mariadb.log")))
                    .contains("ready for connections");
        }
    }

    @Test
    void unpackingCanBeInterrupted(@TempDir Path folder) {
        StartProgress interrupting =
                new StartProgress() {
                    @Override
                    public void unpacking(int percent) {
                        if (percent == 10) {
                            Thread.currentThread().interrupt();
                        }
                    }

                    @Override
                    public void creating() {}

                    @Override
                    public void starting() {}
                };
        assertThatThrownBy(() -> EmbeddedMariaDb.start(folder, 0, interrupting))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(folder.resolve("mariadb")).doesNotExist();
    }

    @Test
    void programsOfAnotherVersionAreUnpackedAgain(@TempDir Path folder) throws Exception {
        Path programs = folder.resolve("mariadb");
        MariaDbPrograms unpacked = MariaDbPrograms.in(programs, StartProgress.SILENT);
        Files.writeString(programs.resolve("preau-version"), "10.0.0");
        Files.writeString(unpacked.server(), "not a program");

        MariaDbPrograms again = MariaDbPrograms.in(programs, StartProgress.SILENT);

        assertThat(Files.size(again.server())).isGreaterThan(1_000_000);
        assertThat(Files.isExecutable(again.server())).isTrue();
    }

    @Test
    void aMachineForWhichThereIsNoMariaDbIsTold() {
        assertThatThrownBy(() -> Machine.of("Linux", "aarch64"))
                .isInstanceOf(NoDatabaseForThisMachine.class)
                .hasMessageStartingWith("no MariaDB comes for Linux aarch64: ");
    }

    private static void writeAnswer(String url, String password) throws SQLException {
        try (Connection schema =
                        DriverManager.getConnection(url, EmbeddedMariaDb.SCHEMA_USER, password);
                Statement statement = schema.createStatement()) {
            statement.execute("CREATE DATABASE preau_kept");
            statement.execute("CREATE TABLE preau_kept.a AS SELECT 42 AS b");
        }
    }

    private static int answer(String url, String password) throws SQLException {
        try (Connection schema =
                        DriverManager.getConnection(url, EmbeddedMariaDb.SCHEMA_USER, password);
                Statement statement = schema.createStatement();
                ResultSet row = statement.executeQuery("SELECT b FROM preau_kept.a")) {
            row.next();
            return row.getInt(1);
        }
    }
}
