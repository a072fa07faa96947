package fr.preau.core.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.core.persistence.tables.OwnTables;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A module at a collège reaches its own tables, and neither those of the core nor those of another
 * module, although the role of the collège does.
 */
class ModuleTablesTest {

    private static final DatabaseSpace A = new DatabaseSpace("preau_c_0920083r");
    private static final DatabaseSpace B = new DatabaseSpace("preau_c_0920084s");

    private static final MigrationScripts OWN =
            script(
                    "CREATE TABLE notes_note (id INT PRIMARY KEY, text VARCHAR(80));\n"
                            + "CREATE TABLE notes_numbered"
                            + " (id BIGINT PRIMARY KEY AUTO_INCREMENT, text VARCHAR(80));\n"
                            + "INSERT INTO notes_note VALUES (1, 'own')");

    @SuppressWarnings("NullAway.Init")
    private static UnitsOfWork units;

    @SuppressWarnings("NullAway.Init")
    private static EntityManagerFactory factory;

    @SuppressWarnings("NullAway.Init")
    private static EntityManager entities;

    @BeforeAll
    static void aCollegeWithTablesOfThree() throws Exception {
        MigrationScripts core =
                script(
                        "CREATE TABLE person (id INT PRIMARY KEY, text VARCHAR(80));\n"
                                + "INSERT INTO person VALUES (1, 'of the core')");
        MigrationScripts other =
                script(
                        "CREATE TABLE notes_archive_item (id INT PRIMARY KEY, text VARCHAR(80));\n"
                                + "INSERT INTO notes_archive_item VALUES (1, 'of another')");
        for (DatabaseSpace space : List.of(A, B)) {
            TestDatabase.get().provisioning().create(space);
            TestDatabase.get().provisioning().migrate(space, "core", core);
            TestDatabase.get().provisioning().migrate(space, "notes", OWN);
            TestDatabase.get().provisioning().migrate(space, "notes-archive", other);
        }
        units = new UnitsOfWork(TestDatabase.get().pool(2));
        factory =
                new PersistenceUnits(units)
                        .create(
                                "own-notes",
                                OwnTables.ofModule("notes", OWN),
                                ModuleTablesTest.class.getClassLoader(),
                                Stream.of(Note.class, Numbered.class).map(Class::getName).toList());
        entities = CurrentEntityManager.of(units, () -> factory);
    }

    private static MigrationScripts script(String sql) {
        return MigrationScripts.of(List.of(new MigrationScripts.Script("V1__tables.sql", sql)));
    }

    @AfterAll
    static void end() {
        factory.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT text FROM person",
                "SELECT text FROM notes_archive_item",
                "SELECT text FROM notes_note UNION SELECT text FROM person",
                "SELECT text FROM notes_note WHERE text = 'x' UNION SELECT text FROM person",
                "SELECT n.text FROM notes_note n, person p",
                "SELECT n.text FROM notes_note n STRAIGHT_JOIN person p",
                "SELECT (SELECT MAX(text) FROM person) FROM notes_note",
                "SELECT GROUP_CONCAT(text ORDER BY (SELECT text FROM person)) FROM notes_note",
                "WITH a AS (SELECT text FROM person) SELECT text FROM a",
                "WITH person AS (SELECT text FROM person) SELECT text FROM person",
                "SELECT text FROM preau_c_0920083r.person",
                "SELECT text FROM `person`"
            })
    void nativeSqlReadsNoTableOfOthers(String sql) {
        assertRefused(() -> units.read(A, unit -> entities.createNativeQuery(sql).getResultList()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO person VALUES (7, 'new')",
                "INSERT INTO notes_note SELECT id + 7, text FROM person",
                "REPLACE INTO person VALUES (1, 'overwritten')",
                "UPDATE person SET text = 'overwritten'",
                "UPDATE notes_note n, person p SET p.text = 'overwritten'",
                "UPDATE notes_note n JOIN person p ON p.id = n.id SET p.text = 'overwritten'",
                "UPDATE notes_note SET text = (SELECT MAX(text) FROM person)",
                "DELETE FROM person",
                "DELETE p FROM notes_note n JOIN person p ON p.id = n.id",
                "DELETE FROM p USING notes_note n JOIN person p",
                "DELETE FROM notes_archive_item"
            })
    void nativeSqlChangesNoTableOfOthers(String sql) {
        assertRefused(
                () -> units.write(A, unit -> entities.createNativeQuery(sql).executeUpdate()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT SQL('(SELECT MAX(text) FROM person)') FROM Note n",
                "SELECT n FROM Note n WHERE SQL('1 = 1 UNION SELECT id, text FROM person')",
                "SELECT n FROM Note n WHERE n.id IN (SQL('SELECT id FROM person'))",
                "SELECT COLUMN('text', t) FROM Note n, TABLE('person') t",
                "SELECT n FROM Note n WHERE n.id = FUNCTION('(SELECT MAX(id) FROM person) + ', 1)"
            })
    void theExtensionsOfJpqlReadNoTableOfOthers(String jpql) {
        assertRefused(() -> units.read(A, unit -> entities.createQuery(jpql).getResultList()));
    }

    /** By the rule, not by a mistake in the attempt. */
    private static void assertRefused(Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .rootCause()
                .isInstanceOf(SQLSyntaxErrorException.class)
                .hasMessageMatching(
                        "(?s).*(is not a table of this module|can't be told for sure which tables"
                                + "|holds no comments).*");
        assertThat(texts("person")).containsExactly("of the core");
        assertThat(texts("notes_archive_item")).containsExactly("of another");
        assertThat(texts("notes_note")).containsExactly("own");
    }

    /** As the core itself reads. */
    private static List<String> texts(String table) {
        return units.read(A, unit -> texts(unit, table));
    }

    private static List<String> texts(UnitOfWork unit, String table) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = unit.connection().createStatement();
                ResultSet rows = statement.executeQuery("SELECT text FROM " + table)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    @Test
    void theRefusalNamesTheTable() {
        assertThatThrownBy(
                        () ->
                                units.read(
                                        A,
                                        unit ->
                                                entities.createQuery(
                                                                "SELECT COLUMN('text', t) FROM Note"
                                                                        + " n, TABLE('person') t")
                                                        .getResultList()))
                .hasRootCauseInstanceOf(SQLException.class)
                .rootCause()
                .hasMessageContaining("« person » is not a table of this module")
                .hasMessageContaining("« notes_ »");
    }

    @Test
    void theCoreReadsItsTablesInTheSameUnitOfWork() {
        List<String> both =
                units.read(
                        A,
                        unit -> {
                            List<String> read = new ArrayList<>();
                            read.add(entities.find(Note.class, 1).text());
                            read.addAll(texts(unit, "person"));
                            assertThat(unit.statements()).isEqualTo(2);
                            return read;
                        });
        assertThat(both).containsExactly("own", "of the core");
    }

    @Test
    void theRowsOfAStatementLeadBackToTheSameRule() {
        assertThatThrownBy(
                        () ->
                                units.read(
                                        A,
                                        unit ->
                                                unit.connection(
                                                                OwnTables.ofModule("notes", OWN)
                                                                        .rule())
                                                        .createStatement()
                                                        .getConnection()
                                                        .createStatement()
                                                        .executeQuery("SELECT 1 FROM person")))
                .hasMessageContaining("« person »");
    }

    @Test
    void numbersOfTheDatabaseAreDrawnByEachCollegeForItself() {
        assertThat(List.of(numbered(A), numbered(A), numbered(A), numbered(B), numbered(A)))
                .containsExactly(1L, 2L, 3L, 1L, 4L);
    }

    private static long numbered(DatabaseSpace space) {
        return units.write(
                space,
                (UnitOfWork unit) -> {
                    Numbered row = new Numbered();
                    entities.persist(row);
                    entities.flush();
                    return row.id();
                });
    }
}
