package fr.preau.liberty.tenancy;

import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.core.tenancy.SpaceProvisioning;
import fr.preau.database.EmbeddedMariaDb;
import fr.preau.liberty.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * Starts the database before Arquillian starts the server, and tells the server where it is. Inside
 * the server, where the same test class runs again, it does nothing.
 */
public final class DatabaseOfTheServer implements BeforeAllCallback {

    private static final String PASSWORD = "tenancy-tests-only";

    private static final String APPLICATION = "'preau_app'@'127.0.0.1'";

    private static final String TABLES =
            """
            CREATE TABLE tenancy_secret (owner VARCHAR(40));
            INSERT INTO tenancy_secret VALUES (DATABASE());
            CREATE TABLE tenancy_mark (owner VARCHAR(40));
            CREATE TABLE tenancy_long (owner VARCHAR(40));
            INSERT INTO tenancy_long
              WITH RECURSIVE n AS
                (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 100)
              SELECT DATABASE() FROM n a, n b;
            """;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        String liberty = System.getProperty("preau.liberty");
        if (liberty != null) {
            context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(
                            DatabaseOfTheServer.class, key -> start(Path.of(liberty)));
        }
    }

    private static ExtensionContext.Store.CloseableResource start(Path liberty) {
        try {
            EmbeddedMariaDb database =
                    EmbeddedMariaDb.startForTests(Files.createTempDirectory("preau-tenancy"));
            database.createUsers(PASSWORD, PASSWORD);
            createSpaces(database);
            createHalfASpace(database);
            tellServer(liberty, database.port());
            return database::close;
        } catch (Exception e) {
            throw new IllegalStateException("no database for the server of the tests", e);
        }
    }

    private static void createSpaces(EmbeddedMariaDb database) throws Exception {
        MariaDbDataSource schemaChanges =
                new MariaDbDataSource(
                        database.url()
                                + "information_schema?user="
                                + EmbeddedMariaDb.SCHEMA_USER
                                + "&password="
                                + PASSWORD);
        SpaceProvisioning provisioning = new SpaceProvisioning(schemaChanges, APPLICATION);
        MigrationScripts scripts =
                MigrationScripts.of(
                        List.of(new MigrationScripts.Script("V1__tenancy.sql", TABLES)));
        for (DatabaseSpace space : Spaces.ALL) {
            provisioning.create(space);
            provisioning.migrate(space, "tenancy", scripts);
        }
    }

    private static void createHalfASpace(EmbeddedMariaDb database) throws SQLException {
        try (Connection connection = database.connect(EmbeddedMariaDb.SCHEMA_USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + Spaces.HALF);
            statement.execute("GRANT " + Spaces.HALF + " TO " + APPLICATION);
        }
    }

    private static void tellServer(Path liberty, int databasePort) throws IOException {
        Files.write(
                liberty.resolve("usr/servers/arquillian/bootstrap.properties"),
                List.of(
                        "test.http.port=" + FreePort.find(),
                        "PREAU_DB_PORT=" + databasePort,
                        "PREAU_DB_POOL=4",
                        "PREAU_DB_APPLICATION_PASSWORD=" + PASSWORD,
                        "PREAU_DB_SCHEMA_PASSWORD=" + PASSWORD));
    }
}
