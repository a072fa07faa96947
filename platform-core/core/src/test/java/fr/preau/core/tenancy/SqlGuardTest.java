package fr.preau.core.tenancy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLSyntaxErrorException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guard refuses before MariaDB is asked; that it must be refused shows IsolationTest. */
class SqlGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 FROM information_schema.tables",
                "SELECT 1 FROM INFORMATION_SCHEMA.tables",
                "SELECT 1 FROM `information_schema`.`tables`",
                "SELECT 1 FROM information_schema/**/./**/tables",
                "SELECT 1 FROM performance_schema.threads",
                "SELECT user FROM mysql.user",
                "SELECT user FROM MySQL . user",
                "SELECT user FROM `mysql`/* a comment */.user",
                "SELECT '/*', user FROM mysql -- '*/\n.user",
                "SELECT user FROM mysql # a comment\n.user",
                "SELECT * FROM sys.processlist",
                "INSERT INTO mysql.user VALUES (1)",
                "SELECT subject FROM letter WHERE subject = 'information_schema'"
            })
    void whatEverybodyAsksIsNobodysToSee(String sql) {
        assertThatThrownBy(() -> SqlGuard.check(sql, UnitKind.WRITING))
                .isInstanceOf(SQLSyntaxErrorException.class)
                .hasMessageContaining("schemas of MariaDB itself")
                .hasMessageContaining("bind");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT GET_LOCK('a', 0)",
                "SELECT get_lock/**/('a', 0)",
                "SELECT `GET_LOCK`('a', 0)",
                "SELECT get_lock -- a comment\n ('a', 0)",
                "SELECT RELEASE_ALL_LOCKS()",
                "SELECT IS_FREE_LOCK('a')",
                "SELECT IS_USED_LOCK('a')",
                "SELECT LOAD_FILE('/etc/passwd')",
                "SELECT FOUND_ROWS()",
                "SELECT LAST_INSERT_ID(77)",
                "SELECT LAST_INSERT_ID( /**/ id) FROM letter",
                "SELECT `lastval`(numbers)",
                "SELECT SETVAL(numbers, 77)",
                "SELECT NEXTVAL(numbers)",
                "SELECT NEXT VALUE FOR numbers",
                "SELECT PREVIOUS /**/ VALUE FOR numbers"
            })
    void whatWouldCarryAFactToTheNextCollegeIsRefused(String sql) {
        assertThatThrownBy(() -> SqlGuard.check(sql, UnitKind.WRITING))
                .isInstanceOf(SQLSyntaxErrorException.class)
                .hasMessageContaining("outlive");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1; SET ROLE preau_platform",
                "SELECT ';', 1",
                "SELECT 1;;",
                "SELECT 1 /* ; */ "
            })
    void oneStatementIsSaidAtATime(String sql) {
        assertThatThrownBy(() -> SqlGuard.check(sql, UnitKind.WRITING))
                .isInstanceOf(SQLSyntaxErrorException.class)
                .hasMessageContaining("one statement at a time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT LAST_INSERT_ID()",
                "SELECT last_insert_id ( ) ",
                "SELECT 1;",
                "SELECT row_count, found_rows FROM statistics",
                "SELECT mysql FROM vendor_survey",
                "SELECT s.sys_id FROM system s WHERE s.mysql = 1",
                "SELECT a --1 FROM b",
                "SELECT previous, value FROM gauge",
                "UPDATE preference SET value = ? WHERE system = ?",
                "(SELECT 1) UNION (SELECT 2)"
            })
    void ordinaryStatementsPass(String sql) {
        assertThatCode(() -> SqlGuard.check(sql, UnitKind.WRITING)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM letter RETURNING id",
                "INSERT INTO letter VALUES (1)",
                "UPDATE letter SET id = 1",
                "REPLACE INTO letter VALUES (1)",
                "WITH a AS (SELECT 1) DELETE FROM letter",
                "WITH a AS (SELECT 1)/**/update letter SET id = 1"
            })
    void workThatOnlyReadsSaysSelect(String sql) {
        assertThatThrownBy(() -> SqlGuard.check(sql, UnitKind.READING))
                .isInstanceOf(SQLSyntaxErrorException.class)
                .hasMessageContaining("only reads");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT REPLACE(a, 'b', 'c'), INSERT(a, 1, 1, 'x') FROM letter",
                "WITH a AS (SELECT deleted, updated_at FROM letter) SELECT * FROM a"
            })
    void readingMaySayMoreThanOneWord(String sql) {
        assertThatCode(() -> SqlGuard.check(sql, UnitKind.READING)).doesNotThrowAnyException();
    }
}
