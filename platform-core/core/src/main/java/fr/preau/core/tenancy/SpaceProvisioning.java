package fr.preau.core.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Creates spaces and brings their tables to a version, as the user that may change schemas.
 *
 * <p>Every step can be repeated: a run that was cut short is simply run again.
 */
public final class SpaceProvisioning {

    private final DataSource schemaChanges;
    private final String applicationUser;

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
     * Runs the scripts that have not run yet.
     *
     * @param owner whose history this is: {@code core}, or the id of a plugin
     * @throws MigrationRefused when a script fails; earlier ones stay
     */
    public void migrate(DatabaseSpace space, String owner, MigrationScripts scripts)
            throws MigrationRefused {
        if (scripts.isEmpty()) {
            return;
        }
        String history = owner.replace('-', '_') + "_schema_history";
        try {
            forgetFailures(space, history);
            Flyway.configure(SpaceProvisioning.class.getClassLoader())
                    .dataSource(schemaChanges)
                    .defaultSchema(space.name())
                    .schemas(space.name())
                    .createSchemas(false)
                    .table(history)
                    // Each owner has its own history in a schema that others fill as well.
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .resourceProvider(scripts.asResourceProvider())
                    .javaMigrationClassProvider(List::of)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new MigrationRefused(owner, space, e);
        }
    }

    /**
     * MariaDB can't roll a script back, so Flyway keeps its failure and refuses to go on until
     * somebody says that it was looked after. A next try is somebody's answer; changed scripts that
     * have run stay refused.
     */
    private void forgetFailures(DatabaseSpace space, String history) {
        try (Connection connection = schemaChanges.getConnection()) {
            if (hasTable(connection, space, history)) {
                try (Statement statement = connection.createStatement()) {
                    statement.executeUpdate(
                            "DELETE FROM `%s`.`%s` WHERE success = 0"
                                    .formatted(space.name(), history));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static boolean hasTable(Connection connection, DatabaseSpace space, String table)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT 1 FROM information_schema.tables"
                                + " WHERE table_schema = ? AND table_name = ?")) {
            statement.setString(1, space.name());
            statement.setString(2, table);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** The spaces that exist, by name. */
    public List<String> existing() {
        List<String> names = new ArrayList<>();
        try (Connection connection = schemaChanges.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW DATABASES LIKE 'preau\\_%'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
