package fr.preau.testkit;

import fr.preau.core.tenancy.CollegeOpening;
import fr.preau.core.tenancy.MigrationRefused;
import fr.preau.core.tenancy.SpaceProvisioning;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.database.EmbeddedMariaDb;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbPoolDataSource;

/** A real MariaDB with Préau's users and the tables of the platform; it begins without data. */
final class KitDatabase {

    private record Started(
            EmbeddedMariaDb server, DataSource application, DataSource schemaChanges) {}

    private final String applicationPassword = UUID.randomUUID().toString();
    private final String schemaPassword = UUID.randomUUID().toString();
    private final CompletableFuture<Started> started;
    private final DataSource schemaChanges;
    private final SpaceProvisioning provisioning;
    private final UnitsOfWork units;

    private KitDatabase(Path folder) {
        QuietLogs.begin();
        started = CompletableFuture.supplyAsync(() -> started(folder));
        schemaChanges = LaterDataSource.of(started.thenApply(Started::schemaChanges));
        provisioning = provisioning(schemaChanges);
        units = new UnitsOfWork(LaterDataSource.of(started.thenApply(Started::application)));
    }

    /**
     * Begins to start it, while others make themselves ready.
     *
     * @param folder keeps the programs for the next time
     */
    static KitDatabase start(Path folder) {
        return new KitDatabase(folder);
    }

    private static SpaceProvisioning provisioning(DataSource schemaChanges) {
        return new SpaceProvisioning(
                schemaChanges, "'" + EmbeddedMariaDb.APPLICATION_USER + "'@'127.0.0.1'");
    }

    private Started started(Path folder) {
        try {
            EmbeddedMariaDb server = EmbeddedMariaDb.startForTests(folder);
            server.createUsers(applicationPassword, schemaPassword);
            DataSource schemaUser =
                    pool(server, EmbeddedMariaDb.SCHEMA_USER, schemaPassword, 4, "");
            CollegeOpening.openPlatform(provisioning(schemaUser));
            return new Started(
                    server,
                    // Pinned as on the server: a prepared statement belongs to one collège.
                    pool(
                            server,
                            EmbeddedMariaDb.APPLICATION_USER,
                            applicationPassword,
                            8,
                            "&useBulkStmtsForInserts=false&allowLocalInfile=false"),
                    schemaUser);
        } catch (IOException | SQLException | MigrationRefused e) {
            throw new KitFailure("MariaDB did not start in " + folder, e);
        }
    }

    /** Waits until it is there. */
    void await() {
        try {
            started.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof KitFailure why ? why : e;
        }
        units.requireClientPreparedStatements();
    }

    void stop() {
        started.join().server.close();
    }

    UnitsOfWork units() {
        return units;
    }

    SpaceProvisioning provisioning() {
        return provisioning;
    }

    /** Connections of the user that may change tables. */
    DataSource schemaChanges() {
        return schemaChanges;
    }

    private static DataSource pool(
            EmbeddedMariaDb server, String user, String password, int size, String options)
            throws SQLException {
        return new MariaDbPoolDataSource(
                server.url()
                        + "?user="
                        + user
                        + "&password="
                        + password
                        + "&minPoolSize=2&maxPoolSize="
                        + size
                        + options);
    }
}
