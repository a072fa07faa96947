package fr.preau.core.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.school.Uai;
import fr.preau.core.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one collège's work can't reach of another's, whatever it says to the database. */
class IsolationTest {

    private static final DatabaseSpace A = DatabaseSpace.of(new Uai("0921244C"));
    private static final DatabaseSpace B = DatabaseSpace.of(new Uai("0920077J"));

    private static UnitsOfWork units;
    private static UnitsOfWork onOneConnection;

    @BeforeAll
    static void twoColleges() throws Exception {
        MigrationScripts scripts =
                MigrationScripts.of(
                        List.of(
                                new MigrationScripts.Script(
                                        "V1__secret.sql",
                                        "CREATE TABLE isolation_secret (owner VARCHAR(40));\n"
                                                + "CREATE TABLE isolation_numbered (id INT"
                                                + " AUTO_INCREMENT PRIMARY KEY);\n"
                                                + "INSERT INTO isolation_secret VALUES"
                                                + " (DATABASE());")));
        for (DatabaseSpace space : List.of(A, B)) {
            TestDatabase.get().provisioning().create(space);
            TestDatabase.get().provisioning().migrate(space, "isolation", scripts);
        }
        units = new UnitsOfWork(TestDatabase.get().pool(2));
        onOneConnection = new UnitsOfWork(TestDatabase.get().pool(1));
    }

    @Test
    void eachCollegeReadsItsOwnRows() {
        assertThat(owner(A)).isEqualTo(A.name());
        assertThat(owner(B)).isEqualTo(B.name());
    }

    @Test
    void whatOnlyReadsAsksOnceAndWhatWritesAsksEachTime() {
        AtomicInteger asked = new AtomicInteger();
        UnitsOfWork.Work<Integer> twice =
                work ->
                        work.once("number", asked::incrementAndGet)
                                + work.once("number", asked::incrementAndGet);

        assertThat(units.read(A, twice)).isEqualTo(1 + 1);
        assertThat(units.read(A, twice)).as("another unit of work").isEqualTo(2 + 2);
        assertThat(units.write(A, twice)).isEqualTo(3 + 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT owner FROM preau_c_0920077j.isolation_secret",
                "SELECT owner FROM isolation_secret UNION SELECT owner FROM"
                        + " preau_c_0920077j.isolation_secret",
                "INSERT INTO preau_c_0920077j.isolation_secret VALUES ('x')",
                "UPDATE preau_c_0920077j.isolation_secret SET owner = 'x'",
                "DELETE FROM preau_c_0920077j.isolation_secret",
                "SELECT login FROM preau_platform.account",
                "USE preau_c_0920077j",
                "SET ROLE preau_c_0920077j",
                "  set role `preau_c_0920077j`",
                "SET STATEMENT max_statement_time=1 FOR SELECT 1",
                "/*!50000 SET ROLE preau_c_0920077j */",
                "SELECT 1 /*!50000 + 1 */",
                "SELECT 1; SET ROLE preau_c_0920077j",
                "EXECUTE IMMEDIATE 'SET ROLE preau_c_0920077j'",
                "PREPARE s FROM 'SET ROLE preau_c_0920077j'",
                "BEGIN NOT ATOMIC SET ROLE preau_c_0920077j; END",
                "CALL anything()",
                "HANDLER preau_c_0920077j.isolation_secret OPEN",
                "SELECT @left_behind := owner FROM isolation_secret",
                "SELECT GET_LOCK('a', 0)",
                "SELECT GET_LOCK/**/('a', 0)",
                "SELECT `get_lock` ('a', 0)",
                "SELECT Get_Lock -- a comment\n('a', 0)",
                "SELECT IS_USED_LOCK('a')",
                "SELECT FOUND_ROWS()",
                "SELECT LAST_INSERT_ID(77)",
                "SELECT LAST_INSERT_ID/**/( 77)",
                "SELECT INFO FROM information_schema.PROCESSLIST",
                "SELECT INFO FROM `Information_Schema` . `processlist`",
                "SELECT INFO FROM information_schema/* no dot yet */./**/processlist",
                "SELECT owner FROM isolation_secret UNION SELECT info FROM"
                        + " INFORMATION_SCHEMA.PROCESSLIST",
                "SELECT owner FROM isolation_secret WHERE owner = 'information_schema'",
                "SELECT owner FROM isolation_secret; SELECT 1",
                "SELECT load_file('/etc/passwd')",
                "SELECT owner FROM isolation_secret INTO OUTFILE '/tmp/preau-outfile'",
                "CREATE TABLE mine (a INT)",
                "DROP TABLE isolation_secret",
                "GRANT preau_c_0920077j TO preau_app",
                "COMMIT"
            })
    void whatWouldLeaveTheCollegeIsRefused(String sql) {
        assertThatThrownBy(() -> units.write(A, unit -> run(unit.connection(), sql)))
                .isInstanceOf(DatabaseFailure.class);
        assertThat(owner(B)).isEqualTo(B.name());
    }

    @Test
    void aCollegeDoesNotSeeWhatAnotherIsAskingJustNow() throws Exception {
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> slow =
                    elsewhere.submit(
                            () ->
                                    units.read(
                                            B,
                                            unit ->
                                                    run(
                                                            unit.connection(),
                                                            "SELECT SLEEP(2), 'secret of B'")));
            assertThat(statementsSeenFrom(A, slow)).noneMatch(text -> text.contains("secret of B"));
        } finally {
            elsewhere.shutdown();
        }
    }

    /** Looks again and again, until the other one has ended. */
    private static List<String> statementsSeenFrom(DatabaseSpace space, Future<?> other)
            throws Exception {
        List<String> seen = new ArrayList<>();
        while (!other.isDone()) {
            try {
                units.read(
                        space,
                        unit ->
                                seen.addAll(
                                        texts(
                                                unit,
                                                "SELECT info FROM"
                                                        + " information_schema.processlist")));
            } catch (DatabaseFailure refused) {
                assertThat(refused).hasMessageContaining("schemas of MariaDB itself");
                other.get();
            }
        }
        return seen;
    }

    private static List<String> texts(UnitOfWork unit, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = unit.connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(String.valueOf(rows.getString(1)));
            }
        }
        return texts;
    }

    @Test
    void aWordInsideABoundValueIsNobodysBusiness() {
        String value = "sys.processlist; information_schema.x, GET_LOCK('a', 0), mail@example";
        String read =
                units.read(
                        A,
                        unit -> {
                            try (PreparedStatement statement =
                                    unit.connection().prepareStatement("SELECT ?")) {
                                statement.setString(1, value);
                                try (ResultSet row = statement.executeQuery()) {
                                    row.next();
                                    return row.getString(1);
                                }
                            }
                        });
        assertThat(read).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM isolation_secret WHERE owner = 'nobody' RETURNING owner",
                "UPDATE isolation_secret SET owner = owner",
                "INSERT INTO isolation_secret VALUES ('x') RETURNING owner",
                "REPLACE INTO isolation_secret VALUES ('x')",
                "WITH a AS (SELECT 1) DELETE FROM isolation_secret",
                "WITH a AS (SELECT 1) UPDATE isolation_secret SET owner = owner"
            })
    void workThatOnlyReadsChangesNothing(String sql) {
        assertThatThrownBy(() -> units.read(A, unit -> run(unit.connection(), sql)))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("only reads");
        assertThat(owner(A)).isEqualTo(A.name());
    }

    @Test
    void workThatOnlyReadsMaySelectFromCommonTableExpressions() {
        List<String> owners =
                units.read(
                        A,
                        unit ->
                                texts(
                                        unit,
                                        "WITH a AS (SELECT owner FROM isolation_secret)"
                                                + " (SELECT REPLACE(owner, 'x', 'x') FROM a)"));
        assertThat(owners).containsExactly(A.name());
    }

    @Test
    void theNumberThatOneCollegeInsertedIsNotTheNextOnesLastNumber() {
        assertThat(lastNumber(A, true)).isEqualTo("1");
        assertThat(lastNumber(B, false)).isEqualTo("0");
    }

    private static String lastNumber(DatabaseSpace space, boolean inserted) {
        // One connection, so that the second collège gets the first one's.
        return onOneConnection.write(
                space,
                unit -> {
                    if (inserted) {
                        run(unit.connection(), "INSERT INTO isolation_numbered VALUES ()");
                    }
                    return texts(unit, "SELECT LAST_INSERT_ID()").get(0);
                });
    }

    @Test
    void theRowsOfAStatementGiveNoOtherConnectionAway() {
        units.write(
                A,
                unit -> {
                    Connection connection = unit.connection();
                    try (Statement statement = connection.createStatement();
                            ResultSet rows =
                                    statement.executeQuery("SELECT owner FROM isolation_secret")) {
                        assertThat(rows.getStatement()).isSameAs(statement);
                        assertThat(rows.getStatement().getConnection()).isSameAs(connection);
                        assertThatThrownBy(
                                        () ->
                                                rows.unwrap(
                                                        org.mariadb.jdbc.client.result.Result
                                                                .class))
                                .isInstanceOf(SQLException.class);
                        assertThat(rows.isWrapperFor(org.mariadb.jdbc.client.result.Result.class))
                                .isFalse();
                    }
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("SELECT owner FROM isolation_secret");
                        assertThat(statement.getResultSet().getStatement()).isSameAs(statement);
                        statement.executeUpdate(
                                "INSERT INTO isolation_numbered VALUES ()",
                                Statement.RETURN_GENERATED_KEYS);
                        ResultSet keys = statement.getGeneratedKeys();
                        assertThat(keys.next()).isTrue();
                        assertThat(keys.getStatement()).isSameAs(statement);
                    }
                    return true;
                });
    }

    @Test
    void describingAStatementIsRefusedForItPreparesOnTheServer() {
        units.read(
                A,
                unit -> {
                    try (PreparedStatement statement =
                            unit.connection()
                                    .prepareStatement("SELECT owner FROM isolation_secret")) {
                        assertThatThrownBy(statement::getMetaData).isInstanceOf(SQLException.class);
                        assertThatThrownBy(statement::getParameterMetaData)
                                .isInstanceOf(SQLException.class);
                        try (ResultSet rows = statement.executeQuery()) {
                            assertThat(rows.getMetaData().getColumnLabel(1)).isEqualTo("owner");
                        }
                    }
                    return true;
                });
    }

    @Test
    void theConnectionGivesNoOtherConnectionAway() {
        units.read(
                A,
                unit -> {
                    Connection connection = unit.connection();
                    assertThatThrownBy(() -> connection.unwrap(org.mariadb.jdbc.Connection.class))
                            .isInstanceOf(SQLException.class);
                    assertThatThrownBy(connection::getMetaData).isInstanceOf(SQLException.class);
                    assertThatThrownBy(() -> connection.setCatalog(B.name()))
                            .isInstanceOf(SQLException.class);
                    assertThatThrownBy(() -> connection.prepareCall("{call x()}"))
                            .isInstanceOf(SQLException.class);
                    try (Statement statement = connection.createStatement()) {
                        assertThat(statement.getConnection()).isSameAs(connection);
                        assertThatThrownBy(() -> statement.unwrap(org.mariadb.jdbc.Statement.class))
                                .isInstanceOf(SQLException.class);
                    }
                    return true;
                });
    }

    @Test
    void workWithoutACollegeFailsLoudly() {
        assertThatThrownBy(() -> units.current())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no unit of work");
    }

    @Test
    void oneTransactionNeverServesTwoColleges() {
        assertThatThrownBy(() -> units.write(A, outer -> units.read(B, inner -> 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("none may begin");
    }

    @Test
    void whatWasHandedOutIsDeadAfterwards() {
        Connection kept = units.read(A, UnitOfWork::connection);
        Statement leaked =
                units.read(
                        A,
                        unit ->
                                unit.connection()
                                        .prepareStatement("SELECT owner FROM isolation_secret"));
        ResultSet rows =
                units.read(
                        A,
                        unit ->
                                unit.connection()
                                        .prepareStatement("SELECT owner FROM isolation_secret")
                                        .executeQuery());
        assertThat(owner(B)).isEqualTo(B.name());
        assertThatThrownBy(() -> kept.prepareStatement("SELECT owner FROM isolation_secret"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(((PreparedStatement) leaked)::executeQuery)
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(leaked::cancel).isInstanceOf(SQLException.class);
        assertThatThrownBy(rows::next).isInstanceOf(SQLException.class);
    }

    @Test
    void aFailureRollsBackAndTheNextCollegeSeesItsOwn() {
        assertThatThrownBy(
                        () ->
                                units.write(
                                        A,
                                        unit -> {
                                            run(
                                                    unit.connection(),
                                                    "INSERT INTO isolation_secret VALUES ('half"
                                                            + " done')");
                                            throw new IllegalArgumentException("on purpose");
                                        }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(owner(B)).isEqualTo(B.name());
        assertThat(owner(A)).isEqualTo(A.name());
    }

    private static String owner(DatabaseSpace space) {
        return units.read(
                space,
                unit -> {
                    try (Statement statement = unit.connection().createStatement();
                            ResultSet rows =
                                    statement.executeQuery(
                                            "SELECT GROUP_CONCAT(owner) FROM isolation_secret")) {
                        rows.next();
                        return rows.getString(1);
                    }
                });
    }

    private static boolean run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }
}
