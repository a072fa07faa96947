package fr.preau.core.persistence.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.core.tenancy.RecentTexts;
import fr.preau.core.tenancy.SqlCheck;
import java.sql.SQLSyntaxErrorException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which SQL a module may say, read word by word. */
class OwnTablesRuleTest {

    private final SqlCheck rule =
            OwnTables.ofModule(
                            "notes",
                            MigrationScripts.of(
                                    List.of(
                                            new MigrationScripts.Script(
                                                    "V1__notes.sql",
                                                    "CREATE TABLE notes_note (id INT, text TEXT);"
                                                            + "CREATE TABLE notes_tag (id INT)"))))
                    .rule();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM person",
                "SELECT * FROM `person`",
                "SELECT * FROM\nperson\n",
                "SELECT p.* FROM notes_note n, person p",
                "SELECT p.* FROM (notes_note n, person p)",
                "SELECT p.* FROM (notes_note n JOIN person p)",
                "SELECT p.* FROM notes_note n JOIN person p ON p.id = n.id",
                "SELECT * FROM notes_note LEFT JOIN person USING (id)",
                "SELECT * FROM notes_note NATURAL JOIN person",
                "SELECT * FROM notes_note CROSS JOIN person",
                "SELECT * FROM notes_note STRAIGHT_JOIN person",
                "SELECT (SELECT MAX(id) FROM person) FROM notes_note",
                "SELECT * FROM (SELECT * FROM person) notes_note",
                "SELECT * FROM notes_note WHERE id IN (SELECT id FROM person)",
                "SELECT * FROM notes_note WHERE EXISTS (SELECT 1 FROM person)",
                "SELECT * FROM notes_note WHERE id > ALL (SELECT id FROM person)",
                "SELECT id FROM notes_note UNION SELECT id FROM person",
                "(SELECT id FROM notes_note) UNION ALL (SELECT id FROM person) ORDER BY 1",
                "SELECT id FROM notes_note EXCEPT SELECT id FROM person",
                "SELECT CASE WHEN id = 1 THEN (SELECT 1 FROM person) END FROM notes_note",
                "SELECT COUNT(*) FROM notes_note HAVING COUNT(*) > (SELECT 1 FROM person)",
                "SELECT CONCAT(text, (SELECT 1 FROM person)) FROM notes_note",
                "SELECT person FROM person AS notes_note",
                "WITH a AS (SELECT * FROM person) SELECT * FROM a",
                "WITH person AS (SELECT * FROM person) SELECT * FROM person",
                "WITH a AS (SELECT * FROM person), person AS (SELECT 1) SELECT * FROM a",
                "WITH person AS (SELECT 1) SELECT * FROM person UNION SELECT 1 FROM Person",
                "INSERT INTO person VALUES (1)",
                "INSERT INTO person SET id = 1",
                "INSERT IGNORE INTO person (id) VALUES (1)",
                "REPLACE INTO person VALUES (1)",
                "INSERT INTO notes_note SELECT * FROM person",
                "REPLACE INTO notes_note SELECT * FROM person",
                "INSERT INTO notes_note VALUES ((SELECT 1 FROM person))",
                "INSERT INTO notes_note VALUES (1) ON DUPLICATE KEY UPDATE id = (SELECT 1 FROM"
                        + " person)",
                "INSERT INTO notes_note VALUES (1) RETURNING (SELECT 1 FROM person)",
                "UPDATE person SET id = 1",
                "UPDATE notes_note, person SET person.id = 1",
                "UPDATE notes_note n JOIN person p ON p.id = n.id SET p.id = 1",
                "UPDATE notes_note SET text = (SELECT 1 FROM person)",
                "UPDATE notes_note SET text = 'a' WHERE id IN (SELECT id FROM person)",
                "DELETE FROM person",
                "DELETE FROM notes_note WHERE id IN (SELECT id FROM person)",
                "SELECT * FROM notes_archive_note",
                "SELECT * FROM notes_schema_history",
                "DELETE FROM notes_schema_undo",
                "SELECT * FROM NOTES_NOTE",
                "SELECT * FROM seq_1_to_10"
            })
    void aTableOfOthersIsNamedInTheRefusal(String sql) {
        assertThatThrownBy(() -> rule.check(sql))
                .isInstanceOf(SQLSyntaxErrorException.class)
                .hasMessageMatching(
                        "« (?i)(person|notes_archive_note|notes_schema_(history|undo)|notes_note"
                                + "|seq_1_to_10) » is not a table of this module.*notes_ ».*");
    }

    /** What the parser's finder passes by, and what would be read in two ways. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id FROM notes_note ORDER BY (SELECT 1 FROM person)",
                "SELECT id FROM notes_note GROUP BY (SELECT 1 FROM person)",
                "SELECT GROUP_CONCAT(id ORDER BY (SELECT 1 FROM person)) FROM notes_note",
                "SELECT id FROM notes_note LIMIT (SELECT 1 FROM person)",
                "SELECT SUM(id) OVER (PARTITION BY (SELECT 1 FROM person)) FROM notes_note",
                "SELECT * FROM (WITH person AS (SELECT 1) SELECT 1) a, person",
                "SELECT 1 WHERE 1 IN (WITH a AS (SELECT 1) SELECT * FROM a)",
                "INSERT INTO notes_note WITH a AS (SELECT 1) SELECT * FROM a",
                "WITH person AS (SELECT 1) DELETE FROM person",
                "WITH person AS (SELECT 1) UPDATE person SET id = 1",
                "DELETE p FROM notes_note n JOIN person p ON p.id = n.id",
                "DELETE FROM p USING notes_note n, person p",
                "UPDATE notes_note n JOIN notes_tag t ON t.id = (SELECT 1 FROM person) SET n.id = 1",
                "SELECT * FROM other.person",
                "SELECT * FROM `other`.`person`",
                "INSERT INTO other.notes_note VALUES (1)",
                "SELECT 1 UNION TABLE person",
                "SELECT * FROM notes_note; SELECT 1",
                "SELECT id INTO person FROM notes_note",
                "SELECT * FROM notes_note PROCEDURE ANALYSE()",
                "SHOW TABLES",
                "DO 1",
                "CALL anything()",
                "HANDLER person OPEN",
                "EXPLAIN person",
                "TRUNCATE notes_note",
                "ALTER TABLE notes_note ADD x INT",
                "CREATE TABLE notes_other AS SELECT * FROM notes_note",
                "LOAD DATA INFILE 'x' INTO TABLE notes_note",
                "no SQL at all",
                ""
            })
    void whatIsNotUnderstoodForSureIsRefused(String sql) {
        assertThatThrownBy(() -> rule.check(sql)).isInstanceOf(SQLSyntaxErrorException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 /* a */ FROM notes_note",
                "SELECT 1 /*! , (SELECT 1 FROM person) */ FROM notes_note",
                "SELECT 1 -- , a",
                "SELECT 1 --1",
                "SELECT 1 # FROM",
                "SELECT 'a\\' FROM notes_note, person WHERE '1'",
                "SELECT \"a\" FROM notes_note",
                "SELECT x'61' FROM notes_note",
                "SELECT N'a' FROM notes_note",
                "SELECT q'{a}' FROM notes_note",
                "SELECT $$a$$ FROM notes_note",
                "SELECT other.person.id FROM notes_note",
                "SELECT * FROM .person",
                "SELECT * FROM other . person",
                "SELECT * FROM `other`.`person`.`id`",
                "SELECT * FROM `a``b`",
                "SELECT * FROM `a b`",
                "SELECT * FROM [person]",
                "SELECT * FROM {OJ notes_note LEFT JOIN person ON 1 = 1}",
                "SELECT @a FROM notes_note",
                "SELECT :a FROM notes_note",
                "SELECT 1e5FROM person",
                "SELECT .5FROM notes_note",
                "SELECT 1.FROM notes_note",
                "SELECT 'a FROM notes_note",
                "SELECT 1\u00a0FROM notes_note",
                "SELECT 1\u0000FROM notes_note",
                "SELECT \u00e9 FROM notes_note"
            })
    void whatMariaDbMightReadInAnotherWayIsRefusedBeforeItIsParsed(String sql) {
        assertThatThrownBy(() -> rule.check(sql))
                .isInstanceOf(SQLSyntaxErrorException.class)
                .hasMessageContaining("comments, backslashes, double quotes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OUTFILE '/tmp/a'", "DUMPFILE '/tmp/a'"})
    void rowsGoIntoNoFile(String file) {
        assertThatThrownBy(() -> rule.check("SELECT * FROM notes_note INTO " + file))
                .isInstanceOf(SQLSyntaxErrorException.class)
                .hasMessageContaining("may not say");
    }

    /** The second half as EclipseLink writes it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT text FROM notes_note WHERE id = ?",
                "SELECT 'it''s -- a /* text */ # of person' FROM notes_note;",
                "SELECT n.`text`, person.id FROM `notes_note` n JOIN notes_tag person USING (id)",
                "WITH a AS (SELECT id FROM notes_note), b AS (SELECT id FROM a) SELECT * FROM b",
                "WITH RECURSIVE a AS (SELECT 1 AS id UNION SELECT id + 1 FROM a WHERE id < 5)"
                        + " SELECT id FROM a",
                "INSERT INTO notes_note (id) VALUES (?) ON DUPLICATE KEY UPDATE text = VALUES(text)",
                "INSERT IGNORE INTO notes_note (id) SELECT id FROM notes_tag",
                "REPLACE INTO notes_note (id) VALUES (?)",
                "UPDATE notes_note n JOIN notes_tag t ON t.id = n.id SET n.text = ?",
                "DELETE FROM notes_note WHERE id < ? ORDER BY id LIMIT 100",
                "SELECT text, COUNT(*) FROM notes_note GROUP BY text WITH ROLLUP",
                "SELECT GROUP_CONCAT(text ORDER BY text SEPARATOR ', ') FROM notes_note",
                "SELECT ROW_NUMBER() OVER (PARTITION BY text ORDER BY id) FROM notes_note",
                "SELECT * FROM notes_note WHERE MATCH (text) AGAINST (?)",
                "SELECT JSON_VALUE(text, '$.a') FROM notes_note WHERE text REGEXP ?",
                "SELECT LAST_INSERT_ID()",
                "SELECT t0.id, t0.text FROM notes_note t0 LEFT OUTER JOIN notes_tag t1 ON (t1.id ="
                        + " t0.id) WHERE (((t0.text LIKE ? ESCAPE '!') AND (t0.id <> ?)) OR NOT"
                        + " EXISTS (SELECT 1 FROM notes_tag t2 WHERE (t2.id = t0.id))) ORDER BY"
                        + " t0.id DESC LIMIT ?, ?",
                "SELECT id AS a1, text AS a2 FROM notes_note WHERE (id = ?) FOR UPDATE",
                "SELECT COUNT(DISTINCT(id)), CAST(SUM(id) AS CHAR) FROM notes_note",
                "SELECT TRIM(LEADING 'a' FROM text), EXTRACT(YEAR FROM NOW()) FROM notes_note",
                "INSERT INTO notes_note (ID, text) VALUES (?, ?)",
                "UPDATE notes_note SET text = ? WHERE (ID = ?)",
                "DELETE FROM notes_note WHERE (ID = ?)"
            })
    void theOwnTablesAreFree(String sql) {
        assertThatCode(() -> rule.check(sql)).doesNotThrowAnyException();
        assertThatCode(() -> rule.check(sql)).doesNotThrowAnyException();
    }

    @Test
    @Timeout(10)
    void whatIsLongOrDeepIsRefusedAtOnce() {
        String quoted = "SELECT '" + "a".repeat(1_000_000) + "' FROM notes_note";
        String deep = "SELECT " + "(".repeat(5_000) + "1" + ")".repeat(5_000);
        String cases =
                "SELECT " + "CASE WHEN 1 = ".repeat(3_000) + "1" + " THEN 1 END".repeat(3_000);
        String minuses = "SELECT " + "- ".repeat(40_000) + "1";
        String nots = "SELECT " + "NOT ".repeat(20_000) + "1";
        String sum = "SELECT 1" + " + 1".repeat(20_000);
        assertThatThrownBy(() -> rule.check(quoted)).hasMessageContaining("at most 100000 letters");
        assertThatThrownBy(() -> rule.check(deep)).hasMessageContaining("at most 100 deep");
        for (String sql : List.of(cases, minuses, nots, sum)) {
            long start = System.nanoTime();
            try {
                rule.check(sql);
            } catch (java.sql.SQLException e) {
                assertThat(e.getMessage()).contains("can't be told for sure");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void aModuleThatWritesValuesIntoItsSqlFillsNoMemory() {
        RecentTexts texts = new RecentTexts();
        texts.add("in use");
        for (int i = 0; i < 10_000; i++) {
            texts.add("SELECT " + i);
            assertThat(texts.contains("in use")).isTrue();
        }
        assertThat(texts.size()).isLessThan(2_100);
        for (int i = 0; i < 100; i++) {
            texts.add(i + "x".repeat(90_000));
        }
        assertThat(texts.size()).isLessThan(30);
        assertThat(texts.contains("in use")).isFalse();
    }
}
