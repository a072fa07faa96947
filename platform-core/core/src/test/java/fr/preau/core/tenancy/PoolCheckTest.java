package fr.preau.core.tenancy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.core.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pools a node refuses to start with. */
class PoolCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&useServerPrepStmts=true",
                "&useServerPrepStmts=1",
                "&useServerPrepStmts=",
                "&useBulkStmtsForInserts=true",
                "&useBulkStmts=1"
            })
    void aPoolThatPreparesOnTheServerIsRefused(String option) throws SQLException {
        UnitsOfWork unsafe = new UnitsOfWork(TestDatabase.get().poolWith(option));
        assertThatThrownBy(unsafe::requireClientPreparedStatements)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("useServerPrepStmts")
                .hasMessageContaining("useBulkStmtsForInserts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&allowMultiQueries=true",
                "&allowMultiQueries=1",
                "&allowMultiQueries=",
                "&rewriteBatchedStatements=true"
            })
    void aPoolThatTakesTwoStatementsAtOnceIsRefused(String option) throws SQLException {
        UnitsOfWork unsafe = new UnitsOfWork(TestDatabase.get().poolWith(option));
        assertThatThrownBy(unsafe::requireClientPreparedStatements)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("allowMultiQueries");
    }

    @Test
    void aUserWithRightsOfItsOwnIsRefused() throws SQLException {
        UnitsOfWork unsafe = new UnitsOfWork(TestDatabase.get().poolOfTheSchemaUser());
        assertThatThrownBy(unsafe::requireClientPreparedStatements)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no right of its own");
    }

    @Test
    void thePoolAsDeliveredIsTaken() throws SQLException {
        UnitsOfWork units = new UnitsOfWork(TestDatabase.get().pool(1));
        assertThatCode(units::requireClientPreparedStatements).doesNotThrowAnyException();
    }
}
