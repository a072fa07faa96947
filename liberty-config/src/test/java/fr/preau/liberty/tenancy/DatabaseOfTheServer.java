package fr.preau.liberty.tenancy;

import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.core.tenancy.SpaceProvisioning;
import fr.preau.database.EmbeddedMariaDb;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
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
                    EmbeddedMariaDb.startForTests(Path.of("target", "tenancy-mariadb"));
            database.createUsers(PASSWORD, PASSWORD);
            createSpaces(database);
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
        SpaceProvisioning provisioning =
                new SpaceProvisioning(schemaChanges, "'preau_app'@'127.0.0.1'");
        MigrationScripts scripts =
                new MigrationScripts(
                        List.of(
                                new MigrationScripts.Script(
                                        "V1__secret.sql",
                                        "CREATE TABLE tenancy_secret (owner VARCHAR(40));\n"
                                                + "INSERT INTO tenancy_secret VALUES (DATABASE());")));
        for (String space : Spaces.NAMES) {
            provisioning.create(new DatabaseSpace(space));
            provisioning.migrate(new DatabaseSpace(space), "tenancy", scripts);
        }
    }

    private static void tellServer(Path liberty, int databasePort) throws IOException {
        int httpPort;
        try (ServerSocket free = new ServerSocket(0)) {
            httpPort = free.getLocalPort();
        }
        Files.write(
                liberty.resolve("usr/servers/arquillian/bootstrap.properties"),
                List.of(
                        "test.http.port=" + httpPort,
                        "test.db.port=" + databasePort,
                        "test.db.password=" + PASSWORD));
    }
}
