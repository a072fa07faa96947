package fr.preau.core.tenancy;

import fr.preau.core.reasons.HostReason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * Creates spaces and brings their tables to a version, as the user that may change schemas.
 *
 * <p>Every step can be repeated: a run that was cut short is simply run again, and goes on at the
 * statement it was at.
 */
public final class SpaceProvisioning {

    /** For the work that goes on at a table which is to be changed. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final DataSource schemaChanges;
    private final String applicationUser;
    private final String applicationHost;

    /**
     * @param schemaChanges connections of the user that may change schemas
     * @param applicationUser the user that gets the roles, as in {@code 'preau_app'@'127.0.0.1'}
     */
    public SpaceProvisioning(DataSource schemaChanges, String applicationUser) {
        if (!applicationUser.matches("'[a-z_]+'@'[0-9a-z.%_-]+'")) {
            throw new IllegalArgumentException(
                    "the application's user is written 'name'@'host', not " + applicationUser);
        }
        this.schemaChanges = schemaChanges;
        this.applicationUser = applicationUser;
        this.applicationHost =
                applicationUser.substring(
                        applicationUser.indexOf("@'") + 2, applicationUser.length() - 1);
    }

    /** Creates the schema and its role, and lets the application take the role. */
    public void create(DatabaseSpace space) {
        String name = "`" + space.name() + "`";
        String pattern = "`" + space.name().replace("_", "\\_") + "`";
        try (Connection connection = schemaChanges.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE DATABASE IF NOT EXISTS "
                            + name
                            + " CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci");
            statement.execute("CREATE ROLE IF NOT EXISTS " + name);
            statement.execute(
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON " + pattern + ".* TO " + name);
            statement.execute("GRANT " + name + " TO " + applicationUser);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /**
     * Runs the scripts that have not run yet. Those of the core may do anything at that space;
     * those of a module run as a user of their own, who may touch nothing but the module's tables
     * there.
     *
     * @param owner whose history this is: {@code core}, or the id of a plugin
     * @throws MigrationRefused when a script fails, or the database does; earlier ones stay
     */
    public void migrate(DatabaseSpace space, String owner, MigrationScripts scripts)
            throws MigrationRefused {
        if (scripts.isEmpty()) {
            return;
        }
        try {
            if (owner.equals(CollegeOpening.OWNER)) {
                run(
                        schemaChanges,
                        space,
                        owner + "_schema_history",
                        owner + "_schema_steps",
                        scripts);
            } else {
                migrateModule(space, owner, scripts);
            }
        } catch (FlywayException | SQLException e) {
            throw new MigrationRefused(owner, space, e);
        }
    }

    /**
     * Takes a module's tables back to an earlier version, with the scripts that undo the later
     * ones. A run that was cut short goes on where it was.
     *
     * @param reached the version to come to; empty text: none
     * @throws MigrationRefused when a script is not undone, or fails
     */
    public void undo(DatabaseSpace space, String owner, MigrationScripts scripts, String reached)
            throws MigrationRefused {
        if (scripts.after(reached).isEmpty()) {
            return;
        }
        List<String> missing = scripts.notUndone(reached);
        if (!missing.isEmpty()) {
            throw new MigrationRefused(
                    owner, space, HostReason.NOT_UNDONE.with(String.join(", ", missing)));
        }
        ModuleTables tables = new ModuleTables(owner, scripts);
        try (ModuleLogin login =
                        ModuleLogin.create(schemaChanges, applicationHost, space, tables.named());
                Connection connection = schemaChanges.getConnection();
                Statement statement = connection.createStatement()) {
            String after = versionsAfter(scripts, reached);
            String ran =
                    " FROM `%s`.`%s` WHERE version IN (%s)"
                            .formatted(space.name(), tables.history(), after);
            if (isThere(statement, "SELECT 1" + ran)) {
                run(
                        login.dataSource(),
                        space,
                        tables.undoHistory(),
                        tables.undoSteps(),
                        scripts.undo(reached));
                // What is done again later begins anew.
                drop(statement, space, tables.steps());
                // What is undone is forgotten before it is forgotten how it was undone, so that a
                // run that is cut short in between does not undo twice.
                statement.executeUpdate("DELETE" + ran);
            }
            // The history last: as long as it is there, nothing is undone a second time.
            drop(statement, space, tables.undoSteps());
            drop(statement, space, tables.undoHistory());
        } catch (FlywayException | SQLException e) {
            throw new MigrationRefused(owner, space, e);
        }
    }

    private static void drop(Statement statement, DatabaseSpace space, String table)
            throws SQLException {
        statement.execute("DROP TABLE IF EXISTS `%s`.`%s`".formatted(space.name(), table));
    }

    private static String versionsAfter(MigrationScripts scripts, String reached) {
        return scripts.after(reached).stream()
                .map(script -> "'" + script.version().getVersion() + "'")
                .collect(Collectors.joining(", "));
    }

    private static boolean isThere(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql + " LIMIT 1")) {
            return row.next();
        }
    }

    private void migrateModule(DatabaseSpace space, String owner, MigrationScripts scripts)
            throws MigrationRefused, SQLException {
        if (!owner.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || owner.equals("platform")) {
            throw new MigrationRefused(owner, space, "« " + owner + " » is not a module's name");
        }
        ModuleTables tables = new ModuleTables(owner, scripts);
        List<String> there = beginningWith(space, tables.prefix());
        Optional<String> wrong = tables.mistake().or(() -> tables.conflict(there));
        if (wrong.isPresent()) {
            throw new MigrationRefused(owner, space, wrong.get());
        }
        try (ModuleLogin login =
                ModuleLogin.create(schemaChanges, applicationHost, space, tables.named())) {
            run(login.dataSource(), space, tables.history(), tables.steps(), scripts);
        }
    }

    private void run(
            DataSource user,
            DatabaseSpace space,
            String history,
            String steps,
            MigrationScripts scripts)
            throws SQLException {
        forgetFailures(space, history);
        Flyway.configure(SpaceProvisioning.class.getClassLoader())
                .dataSource(user)
                .defaultSchema(space.name())
                .schemas(space.name())
                .createSchemas(false)
                // Pages that come after a change of a table wait as long as it waits.
                .initSql("SET SESSION lock_wait_timeout = " + LONGEST_WAIT.toSeconds())
                .table(history)
                // Each owner has its own history in a schema that others fill as well.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                // Its lock and its look around once for all scripts, not for each.
                .group(true)
                .resourceProvider(new NoResources())
                .javaMigrationClassProvider(List::of)
                .javaMigrations(scripts.asMigrations(steps))
                .load()
                .migrate();
    }

    /** Flyway has nothing to search for: it is handed its scripts. */
    private static final class NoResources implements ResourceProvider {

        @Override
        public @Nullable LoadableResource getResource(String name) {
            return null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return List.of();
        }
    }

    /**
     * MariaDB can't roll a script back, so Flyway keeps its failure and refuses to go on until
     * somebody says that it was looked after. A next try is somebody's answer; changed scripts that
     * have run stay refused.
     */
    private void forgetFailures(DatabaseSpace space, String history) throws SQLException {
        if (beginningWith(space, history).contains(history)) {
            try (Connection connection = schemaChanges.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate(
                        "DELETE FROM `%s`.`%s` WHERE success = 0".formatted(space.name(), history));
            }
        }
    }

    private List<String> beginningWith(DatabaseSpace space, String beginning) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = schemaChanges.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "SELECT table_name FROM information_schema.tables"
                                        + " WHERE table_schema = ? AND LEFT(table_name, ?) = ?")) {
            statement.setString(1, space.name());
            statement.setInt(2, beginning.length());
            statement.setString(3, beginning);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
        }
        return tables;
    }
}
