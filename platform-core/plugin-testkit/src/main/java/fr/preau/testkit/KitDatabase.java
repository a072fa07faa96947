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
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbPoolDataSource;

/** A real MariaDB with Préau's users and the tables of the platform; it begins without data. */
final class KitDatabase {

    private final String applicationPassword = UUID.randomUUID().toString();
    private final String schemaPassword = UUID.randomUUID().toString();
    private final EmbeddedMariaDb server;
    private final DataSource schemaChanges;
    private final SpaceProvisioning provisioning;
    private final UnitsOfWork units;

    private KitDatabase(Path folder) throws IOException, SQLException, MigrationRefused {
        server = EmbeddedMariaDb.startForTests(folder);
        server.createUsers(applicationPassword, schemaPassword);
        schemaChanges = pool(EmbeddedMariaDb.SCHEMA_USER, schemaPassword, 4, "");
        provisioning =
                new SpaceProvisioning(
                        schemaChanges, "'" + EmbeddedMariaDb.APPLICATION_USER + "'@'127.0.0.1'");
        CollegeOpening.openPlatform(provisioning);
        units =
                new UnitsOfWork(
                        // Pinned as on the server: a prepared statement belongs to one collège.
                        pool(
                                EmbeddedMariaDb.APPLICATION_USER,
                                applicationPassword,
                                8,
                                "&useBulkStmtsForInserts=false&allowLocalInfile=false"));
        units.requireClientPreparedStatements();
    }

    /**
     * @param folder keeps the programs for the next time
     */
    static KitDatabase start(Path folder) {
        try {
            return new KitDatabase(folder);
        } catch (IOException | SQLException | MigrationRefused e) {
            throw new KitFailure("MariaDB did not start in " + folder, e);
        }
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

    private DataSource pool(String user, String password, int size, String options)
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
