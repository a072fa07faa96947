package fr.preau.core.tenancy;

import java.io.Reader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.extensibility.MigrationType;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.resolver.ChecksumCalculator;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;
import org.flywaydb.database.mysql.mariadb.MariaDBParser;
import org.jspecify.annotations.Nullable;

/**
 * One script as Flyway runs it, statement by statement, so that a run that was cut short goes on
 * where it was.
 *
 * <p>Flyway alone would begin again with the first statement, which MariaDB can't have rolled back.
 * To its history this is a script like any other.
 */
final class ScriptMigration implements JavaMigration {

    /** For one statement: the largest tables of a collège are copied in less. */
    private static final Duration LONGEST = Duration.ofMinutes(20);

    private final MigrationScripts.Script script;
    private final String stepsTable;

    /**
     * @param stepsTable where it is kept which statements are done
     */
    ScriptMigration(MigrationScripts.Script script, String stepsTable) {
        this.script = script;
        this.stepsTable = stepsTable;
    }

    @Override
    public MigrationVersion getVersion() {
        return script.version();
    }

    @Override
    public String getDescription() {
        return script.description();
    }

    @Override
    public Integer getChecksum() {
        return ChecksumCalculator.calculate(new Text(script));
    }

    @Override
    public MigrationType getType() {
        return CoreMigrationType.SQL;
    }

    /** Each statement is one, or MariaDB's own. */
    @Override
    public boolean canExecuteInTransaction() {
        return false;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        ScriptSteps steps = new ScriptSteps(connection, stepsTable, script.name());
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            for (String sql : statements(context.getConfiguration())) {
                run(connection, steps.next(sql), sql);
            }
            connection.setAutoCommit(before);
        } catch (SQLException e) {
            afterFailure(e, () -> connection.setAutoCommit(before));
            throw e;
        }
    }

    /** Something that is done with a connection. */
    @FunctionalInterface
    private interface Act {
        void run() throws SQLException;
    }

    /** What a lost connection can't do any more must not hide why it was lost. */
    private static void afterFailure(SQLException failure, Act act) {
        try {
            act.run();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private static void run(Connection connection, ScriptSteps.Step step, String sql)
            throws SQLException {
        if (step.isDone()) {
            return;
        }
        step.begin();
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout((int) LONGEST.toSeconds());
            statement.execute(sql);
        } catch (SQLException e) {
            if (!step.mayHaveBeenDone(e)) {
                afterFailure(e, step::failed);
                throw e;
            }
        }
        step.end();
    }

    private List<String> statements(Configuration configuration) {
        List<String> found = new ArrayList<>();
        try (SqlStatementIterator all =
                new MariaDBParser(configuration, new ParsingContext()).parse(new Text(script))) {
            all.forEachRemaining(statement -> found.add(statement.getSql()));
        }
        return found;
    }

    /** A script as Flyway reads one. */
    private static final class Text extends LoadableResource {

        private final MigrationScripts.Script script;

        Text(MigrationScripts.Script script) {
            this.script = script;
        }

        @Override
        public Reader read() {
            return new StringReader(script.sql());
        }

        @Override
        public String getAbsolutePath() {
            return script.name();
        }

        @Override
        public @Nullable String getAbsolutePathOnDisk() {
            return script.name();
        }

        @Override
        public String getFilename() {
            return script.name();
        }

        @Override
        public String getRelativePath() {
            return script.name();
        }
    }
}
