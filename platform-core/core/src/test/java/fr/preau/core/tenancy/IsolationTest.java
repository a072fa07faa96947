package fr.preau.core.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.school.Uai;
import fr.preau.core.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one collège's work can't reach of another's, whatever it says to the database. */
class IsolationTest {

    private static final DatabaseSpace A = DatabaseSpace.of(new Uai("0921244C"));
    private static final DatabaseSpace B = DatabaseSpace.of(new Uai("0920077J"));

    private static UnitsOfWork units;

    @BeforeAll
    static void twoColleges() throws Exception {
        MigrationScripts scripts =
                new MigrationScripts(
                        java.util.List.of(
                                new MigrationScripts.Script(
                                        "V1__secret.sql",
                                        "CREATE TABLE secret (owner VARCHAR(40));\n"
                                                + "INSERT INTO secret VALUES (DATABASE());")));
        for (DatabaseSpace space : java.util.List.of(A, B)) {
            TestDatabase.get().provisioning().create(space);
            TestDatabase.get().provisioning().migrate(space, "isolation", scripts);
        }
        units = new UnitsOfWork(TestDatabase.get().pool(2));
    }

    @Test
    void eachCollegeReadsItsOwnRows() {
        assertThat(owner(A)).isEqualTo(A.name());
        assertThat(owner(B)).isEqualTo(B.name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT owner FROM preau_c_0920077j.secret",
                "SELECT owner FROM secret UNION SELECT owner FROM preau_c_0920077j.secret",
                "INSERT INTO preau_c_0920077j.secret VALUES ('x')",
                "UPDATE preau_c_0920077j.secret SET owner = 'x'",
                "DELETE FROM preau_c_0920077j.secret",
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
                "HANDLER preau_c_0920077j.secret OPEN",
                "SELECT @left_behind := owner FROM secret",
                "SELECT GET_LOCK('a', 0)",
                "SELECT load_file('/etc/passwd')",
                "SELECT owner FROM secret INTO OUTFILE '/tmp/preau-outfile'",
                "CREATE TABLE mine (a INT)",
                "DROP TABLE secret",
                "GRANT preau_c_0920077j TO preau_app",
                "COMMIT"
            })
    void whatWouldLeaveTheCollegeIsRefused(String sql) {
        assertThatThrownBy(() -> units.write(A, unit -> run(unit.connection(), sql)))
                .isInstanceOf(DatabaseFailure.class);
        assertThat(owner(B)).isEqualTo(B.name());
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
                        A, unit -> unit.connection().prepareStatement("SELECT owner FROM secret"));
        assertThat(owner(B)).isEqualTo(B.name());
        assertThatThrownBy(() -> kept.prepareStatement("SELECT owner FROM secret"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> ((java.sql.PreparedStatement) leaked).executeQuery())
                .isInstanceOf(SQLException.class);
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
                                                    "INSERT INTO secret VALUES ('half done')");
                                            throw new IllegalArgumentException("on purpose");
                                        }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(owner(B)).isEqualTo(B.name());
        assertThat(owner(A)).isEqualTo(A.name());
    }

    @Test
    void aPoolThatPreparesOnTheServerIsRefused() throws SQLException {
        UnitsOfWork unsafe =
                new UnitsOfWork(TestDatabase.get().pool(1, "&useServerPrepStmts=true"));
        assertThatThrownBy(unsafe::requireClientPreparedStatements)
                .hasMessageContaining("useServerPrepStmts");
        units.requireClientPreparedStatements();
    }

    private static String owner(DatabaseSpace space) {
        return units.read(
                space,
                unit -> {
                    try (Statement statement = unit.connection().createStatement();
                            ResultSet rows =
                                    statement.executeQuery(
                                            "SELECT GROUP_CONCAT(owner) FROM secret")) {
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
