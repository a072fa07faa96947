package fr.preau.core.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.core.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** What the scripts of a module may do at a collège, and what they can't. */
class ModuleMigrationTest {

    private static final DatabaseSpace OTHER = new DatabaseSpace("preau_c_migration_b");

    private static final AtomicInteger SPACES = new AtomicInteger();

    private static final SpaceProvisioning PROVISIONING = TestDatabase.get().provisioning();

    private final DatabaseSpace space =
            new DatabaseSpace("preau_c_migration_" + SPACES.incrementAndGet());

    @BeforeAll
    static void another() throws MigrationRefused {
        PROVISIONING.create(OTHER);
        PROVISIONING.migrate(OTHER, "core", script("CREATE TABLE person (name VARCHAR(40));"));
        PROVISIONING.migrate(OTHER, "garden", script("CREATE TABLE garden_bed (id INT);"));
    }

    @BeforeEach
    void aCollege() throws MigrationRefused {
        PROVISIONING.create(space);
        PROVISIONING.migrate(
                space,
                "core",
                script(
                        "CREATE TABLE person (name VARCHAR(40));\n"
                                + "CREATE TABLE school_class (name VARCHAR(40));\n"
                                + "INSERT INTO person VALUES ('Awa');"));
    }

    private static MigrationScripts script(String sql) {
        return MigrationScripts.of(List.of(new MigrationScripts.Script("V1__tables.sql", sql)));
    }

    private static MigrationScripts scripts(String first, String second) {
        return MigrationScripts.of(
                List.of(
                        new MigrationScripts.Script("V1__tables.sql", first),
                        new MigrationScripts.Script("V2__more.sql", second)));
    }

    @Test
    void aModuleMakesChangesAndFillsItsTables() throws Exception {
        PROVISIONING.migrate(
                space,
                "herb-garden",
                scripts(
                        """
                        -- The beds; person is somebody else's.
                        CREATE TABLE IF NOT EXISTS `herb_garden_bed` (
                          id INT NOT NULL PRIMARY KEY,
                          name VARCHAR(40) COMMENT 'not; a person''s',
                          KEY herb_garden_bed_name (name)
                        );
                        CREATE TABLE herb_garden_herb (
                          id INT PRIMARY KEY,
                          bed INT,
                          FOREIGN KEY (bed) REFERENCES herb_garden_bed (id)
                        );
                        INSERT INTO herb_garden_bed VALUES (1, 'CREATE TABLE person');
                        """,
                        """
                        ALTER TABLE herb_garden_bed ADD COLUMN sunny BOOLEAN NOT NULL DEFAULT TRUE;
                        CREATE INDEX herb_garden_sunny ON herb_garden_bed (sunny);
                        UPDATE herb_garden_bed SET sunny = FALSE;
                        RENAME TABLE herb_garden_herb TO herb_garden_plant;
                        DROP TABLE herb_garden_plant;
                        """));
        UnitsOfWork units = new UnitsOfWork(TestDatabase.get().pool(1));
        String bed =
                units.read(
                        space,
                        unit ->
                                ask(
                                        unit.connection(),
                                        "SELECT CONCAT(name, sunny) FROM herb_garden_bed"));
        assertThat(bed).isEqualTo("CREATE TABLE person0");
    }

    private static MigrationScripts withUndo(String undo) {
        return MigrationScripts.of(
                List.of(
                        new MigrationScripts.Script(
                                "V1__tables.sql", "CREATE TABLE garden_bed (id INT);"),
                        new MigrationScripts.Script(
                                "V2__herbs.sql", "CREATE TABLE garden_herb (id INT);"),
                        new MigrationScripts.Script(
                                "V3__more.sql", "ALTER TABLE garden_bed ADD COLUMN a INT;"),
                        new MigrationScripts.Script("U3__more.sql", undo),
                        new MigrationScripts.Script("U2__herbs.sql", "DROP TABLE garden_herb;")));
    }

    @Test
    void whatIsUndoneCanBeDoneAgain() throws Exception {
        MigrationScripts scripts = withUndo("ALTER TABLE garden_bed DROP COLUMN a;");
        PROVISIONING.migrate(space, "garden", scripts);

        PROVISIONING.undo(space, "garden", scripts, "1");
        assertThat(tables())
                .contains("garden_bed", "garden_schema_history")
                .doesNotContain("garden_herb", "garden_schema_undo");

        PROVISIONING.migrate(space, "garden", scripts);
        assertThat(tables()).contains("garden_herb");
    }

    @Test
    void anUndoThatWasCutShortGoesOnWhereItWas() throws Exception {
        MigrationScripts broken = withUndo("ALTER TABLE garden_bed DROP COLUMN nowhere;");
        PROVISIONING.migrate(space, "garden", broken);

        assertThatThrownBy(() -> PROVISIONING.undo(space, "garden", broken, "1"))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("nowhere");
        assertThat(tables()).contains("garden_herb");

        PROVISIONING.undo(space, "garden", withUndo("ALTER TABLE garden_bed DROP COLUMN a;"), "1");
        assertThat(tables()).doesNotContain("garden_herb", "garden_schema_undo");
    }

    /** The node dies before it is known on the platform how far the tables are. */
    @Test
    void whatIsUndoneIsNotUndoneASecondTime() throws Exception {
        MigrationScripts scripts = withUndo("ALTER TABLE garden_bed DROP COLUMN a;");
        PROVISIONING.migrate(space, "garden", scripts);
        PROVISIONING.undo(space, "garden", scripts, "1");

        PROVISIONING.undo(space, "garden", scripts, "1");

        assertThat(tables()).doesNotContain("garden_herb", "garden_schema_undo");
        PROVISIONING.migrate(space, "garden", scripts);
        assertThat(tables()).contains("garden_herb");
    }

    private static final String HALF =
            "CREATE TABLE garden_bed (id INT);\nINSERT INTO garden_bed VALUES (1);\n";

    @Test
    void aScriptThatFailedGoesOnAtTheStatementThatFailed() throws Exception {
        String wrong = HALF + "ALTER TABLE garden_bed DROP COLUMN nowhere;";
        assertThatThrownBy(() -> PROVISIONING.migrate(space, "garden", script(wrong)))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> PROVISIONING.migrate(space, "garden", script(wrong)))
                .as("the failed statement has not been done")
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("nowhere");

        PROVISIONING.migrate(
                space, "garden", script(HALF + "ALTER TABLE garden_bed ADD COLUMN name INT;"));

        assertThat(ask("SELECT COUNT(name) FROM %s.garden_bed".formatted(space))).isEqualTo("0");
        assertThat(ask("SELECT COUNT(*) FROM %s.garden_bed".formatted(space))).isEqualTo("1");
    }

    @Test
    void whatIsSetForTheSessionIsSetAgainWhenARunGoesOn() throws Exception {
        MigrationScripts scripts =
                script(
                        "CREATE TABLE garden_bed (n INT, m INT);\n"
                                + "-- SET is of the session\nSET @year = 2026;\n"
                                + "ALTER TABLE garden_bed ADD FOREIGN KEY (m)"
                                + " REFERENCES garden_late (id);\n"
                                + "INSERT INTO garden_bed VALUES (@year, NULL);");
        assertThatThrownBy(() -> PROVISIONING.migrate(space, "garden", scripts))
                .isInstanceOf(MigrationRefused.class);
        change("CREATE TABLE %s.garden_late (id INT PRIMARY KEY)".formatted(space));

        PROVISIONING.migrate(space, "garden", scripts);

        assertThat(ask("SELECT n FROM %s.garden_bed".formatted(space))).isEqualTo("2026");
    }

    /** The connection is lost between MariaDB's refusal and the note of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE garden_bed SET nowhere = 2",
                "INSERT INTO garden_nowhere VALUES (2)",
                "ALTER TABLE garden_bed ADD COLUMN b INT AFTER nowhere"
            })
    void aWrongStatementWhoseEndIsMissingIsNotTakenForDone(String wrong) throws Exception {
        MigrationScripts scripts = script(HALF + wrong + ";");
        assertThatThrownBy(() -> PROVISIONING.migrate(space, "garden", scripts))
                .isInstanceOf(MigrationRefused.class);
        change(
                "INSERT INTO %s.garden_schema_steps VALUES ('V1__tables.sql', 3, SHA2('%s', 256),"
                                .formatted(space, wrong)
                        + " FALSE)");

        assertThatThrownBy(() -> PROVISIONING.migrate(space, "garden", scripts))
                .isInstanceOf(MigrationRefused.class);
    }

    @Test
    void whatNobodyKnowsAnyMoreWhenARunGoesOnIsRefusedAtOnce() {
        assertThatThrownBy(
                        () ->
                                PROVISIONING.migrate(
                                        space,
                                        "garden",
                                        script(
                                                HALF
                                                        + "INSERT INTO garden_bed VALUES"
                                                        + " (LAST_INSERT_ID());")))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("LAST_INSERT_ID");
        assertThat(tables()).doesNotContain("garden_bed");
    }

    @Test
    void aNameOfAColumnIsNothingButANameWhenItIsCopied() throws Exception {
        PROVISIONING.migrate(
                space,
                "garden",
                script(
                        "CREATE TABLE garden_bed (`q'` INT, `n` VARCHAR(90),"
                                + " `n``)SELECT 1,name FROM %s.person#x` INT, `r'` INT);"
                                        .formatted(OTHER)));
        change("INSERT INTO %s.garden_bed (n) VALUES ('thym')".formatted(space));
        SpaceTables tables = new SpaceTables(TestDatabase.get().poolOfTheSchemaUser(2));

        try (SpaceCopy copy = tables.copy(space, "garden").orElseThrow()) {
            assertThat(ask("SELECT GROUP_CONCAT(n) FROM %s.garden_bed".formatted(copy.space())))
                    .isEqualTo("thym");
            tables.dropForgottenCopy();
            assertThat(copy.rows()).isEqualTo(1);
        }
    }

    @Test
    void whatFollowedInAScriptThatWasChangedIsNotTakenForDone() throws Exception {
        String second = "INSERT INTO garden_bed VALUES (2);\n";
        String wrong = "ALTER TABLE garden_bed DROP COLUMN nowhere;";
        for (String between : List.of("", "INSERT INTO garden_bed VALUES (3);\n")) {
            MigrationScripts scripts = script(HALF + between + second + wrong);
            assertThatThrownBy(() -> PROVISIONING.migrate(space, "garden", scripts))
                    .isInstanceOf(MigrationRefused.class);
        }

        PROVISIONING.migrate(space, "garden", script(HALF + "DELETE FROM garden_bed;\n" + second));

        assertThat(ask("SELECT GROUP_CONCAT(id) FROM %s.garden_bed".formatted(space)))
                .isEqualTo("2");
    }

    /** The server dies after MariaDB has changed the table, and before that is written down. */
    @Test
    void aStatementWhoseEndIsMissingIsNotDoneTwice() throws Exception {
        String wrong = HALF + "ALTER TABLE garden_bed DROP COLUMN nowhere;";
        assertThatThrownBy(() -> PROVISIONING.migrate(space, "garden", script(wrong)))
                .isInstanceOf(MigrationRefused.class);
        change(
                "DELETE FROM %s.garden_schema_steps WHERE statement = 2".formatted(space),
                "UPDATE %s.garden_schema_steps SET done = FALSE".formatted(space),
                "DELETE FROM %s.garden_bed".formatted(space));

        PROVISIONING.migrate(space, "garden", script(HALF));

        assertThat(ask("SELECT COUNT(*) FROM %s.garden_bed".formatted(space))).isEqualTo("1");
    }

    private static void change(String... statements) throws SQLException {
        try (Connection connection = TestDatabase.get().poolOfTheSchemaUser().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void aScriptThatNothingUndoesIsNamedBeforeAnythingIsDone() throws Exception {
        MigrationScripts scripts = withUndo("ALTER TABLE garden_bed DROP COLUMN a;");
        PROVISIONING.migrate(space, "garden", scripts);

        assertThatThrownBy(() -> PROVISIONING.undo(space, "garden", scripts, ""))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("nothing undoes V1__tables.sql");
        assertThat(tables()).contains("garden_herb");
    }

    @Test
    void aSecondRunGoesOnWhereTheFirstEnded() throws Exception {
        String first = "CREATE TABLE garden_bed (id INT);";
        PROVISIONING.migrate(space, "garden", script(first));
        PROVISIONING.migrate(
                space, "garden", scripts(first, "ALTER TABLE garden_bed ADD COLUMN a INT;"));
        assertThat(tables()).contains("garden_bed", "garden_schema_history");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE bed (id INT)",
                "CREATE TABLE gardens (id INT)",
                "CREATE TABLE IF NOT EXISTS `bed` (id INT)",
                "CREATE TABLE garden_copy AS SELECT * FROM person",
                "INSERT INTO garden_bed SELECT 1 FROM person",
                "ALTER TABLE person ADD COLUMN note VARCHAR(40)",
                "DROP TABLE person",
                "TRUNCATE TABLE person",
                "TRUNCATE person",
                "UPDATE person SET name = 'x'",
                "DELETE FROM person",
                "INSERT INTO person VALUES ('x')",
                "RENAME TABLE garden_bed TO bed",
                "RENAME TABLE person TO garden_person",
                "DROP TABLE garden_bed, person",
                "DELETE FROM core_schema_history",
                "CREATE TABLE preau_c_migration_b.garden_more (id INT)",
                "ALTER TABLE preau_c_migration_b.garden_bed ADD COLUMN a INT",
                "INSERT INTO preau_c_migration_b.garden_bed VALUES (1)",
                "INSERT INTO garden_bed SELECT 1 FROM preau_c_migration_b.person",
                "INSERT INTO garden_bed SELECT 1 FROM preau_platform.account",
                "UPDATE preau_platform.account SET operator = TRUE",
                "INSERT INTO garden_bed SELECT 1 FROM `preau_platform`/**/.account",
                "USE preau_c_migration_b",
                "SET ROLE preau_c_migration_b",
                "SET DEFAULT ROLE preau_platform",
                "EXECUTE IMMEDIATE 'SET ROLE preau_platform'",
                "/*!50000 DROP TABLE person */",
                "GRANT preau_platform TO 'preau_app'@'127.0.0.1'",
                "GRANT SELECT ON person TO CURRENT_USER",
                "REVOKE preau_platform FROM 'preau_app'@'127.0.0.1'",
                "CREATE USER 'garden'@'127.0.0.1'",
                "CREATE ROLE garden",
                "CREATE DATABASE preau_garden",
                "DROP DATABASE preau_c_migration_b",
                "CREATE VIEW garden_people AS SELECT 1",
                "CREATE TRIGGER garden_t BEFORE INSERT ON garden_bed FOR EACH ROW SET @seen = 1",
                "CREATE FUNCTION garden_f() RETURNS INT RETURN 1",
                "CREATE PROCEDURE garden_p() SET ROLE preau_platform",
                "CREATE EVENT garden_e ON SCHEDULE EVERY 1 DAY DO SELECT 1",
                "DELIMITER //\nCREATE PROCEDURE garden_p() BEGIN SET ROLE preau_platform; END//\n",
                "SET GLOBAL max_connections = 1",
                "LOAD DATA INFILE '/etc/passwd' INTO TABLE garden_bed"
            })
    void aScriptThatLeavesItsTablesIsRefused(String sql) throws Exception {
        MigrationScripts scripts = scripts("CREATE TABLE garden_bed (id INT);", sql + ";");

        assertThatThrownBy(() -> PROVISIONING.migrate(space, "garden", scripts))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining(space.name())
                .hasMessageMatching(
                        "(?s).*(denied|Invalid role|begin with « garden_ »|of another collège).*");

        assertThat(ask("SELECT GROUP_CONCAT(name) FROM %s.person".formatted(space)))
                .isEqualTo("Awa");
        assertThat(ask("SELECT COUNT(*) FROM %s.garden_bed".formatted(OTHER))).isEqualTo("0");
        assertThat(tables()).contains("person", "school_class");
    }

    @Test
    void aTableUnderAnotherNameIsFoundBeforeAnythingIsDone() {
        MigrationScripts scripts =
                script("CREATE TABLE garden_bed (id INT);\nCREATE TABLE bed (id INT);");

        assertThatThrownBy(() -> PROVISIONING.migrate(space, "garden", scripts))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("« bed »")
                .hasMessageContaining("« garden_ »");

        assertThat(tables()).doesNotContain("garden_bed", "garden_schema_history");
    }

    @Test
    void aModuleWhoseNameBeginsThoseOfOtherTablesIsRefused() {
        MigrationScripts scripts = script("ALTER TABLE school_class ADD COLUMN a INT;");

        assertThatThrownBy(() -> PROVISIONING.migrate(space, "school", scripts))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("school_class");
    }

    @Test
    void twoModulesWhoseNamesBeginAlikeKeepTheirTablesApart() throws Exception {
        PROVISIONING.migrate(
                space, "garden-shed", script("CREATE TABLE garden_shed_tool (id INT);"));
        PROVISIONING.migrate(space, "orchard", script("CREATE TABLE orchard_tree (id INT);"));

        assertThatThrownBy(
                        () ->
                                PROVISIONING.migrate(
                                        space, "garden", script("DROP TABLE garden_shed_tool;")))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("garden_shed_");
        assertThat(tables()).contains("garden_shed_tool");
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "Garden", "garden_bed", "x`; DROP", ""})
    void whatIsNotAModulesNameHasNoScripts(String owner) {
        assertThatThrownBy(() -> PROVISIONING.migrate(space, owner, script("SELECT 1;")))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("not a module's name");
    }

    @Test
    void aLostConnectionIsTheTroubleOfOneCollege() throws SQLException {
        SpaceProvisioning lost =
                new SpaceProvisioning(
                        new MariaDbDataSource("jdbc:mariadb://127.0.0.1:1/?connectTimeout=500"),
                        "'preau_app'@'127.0.0.1'");
        assertThatThrownBy(
                        () ->
                                lost.migrate(
                                        space,
                                        "garden",
                                        script("CREATE TABLE garden_bed (id INT);")))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining(space.name());
    }

    @Test
    void theUserOfAModulesScriptsIsGoneAfterwards() throws Exception {
        ModuleLogin login =
                ModuleLogin.create(
                        TestDatabase.get().poolOfTheSchemaUser(),
                        "127.0.0.1",
                        space,
                        Set.of("garden_bed"));
        try (Connection connection = login.dataSource().getConnection()) {
            assertThat(ask(connection, "SELECT CURRENT_USER()")).startsWith("preau_m_");
        }
        login.close();
        assertThatThrownBy(() -> login.dataSource().getConnection())
                .isInstanceOf(SQLException.class);
    }

    private List<String> tables() {
        return List.of(
                ask("SELECT GROUP_CONCAT(table_name) FROM information_schema.tables"
                                + " WHERE table_schema = '%s'".formatted(space))
                        .split(","));
    }

    /** As the user that may see all schemas. */
    private static String ask(String sql) {
        try (Connection connection = TestDatabase.get().poolOfTheSchemaUser().getConnection()) {
            return ask(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
