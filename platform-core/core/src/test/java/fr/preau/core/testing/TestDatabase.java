package fr.preau.core.testing;

import fr.preau.core.tenancy.CollegeOpening;
import fr.preau.core.tenancy.MigrationRefused;
import fr.preau.core.tenancy.SpaceProvisioning;
import fr.preau.database.EmbeddedMariaDb;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.mariadb.jdbc.MariaDbPoolDataSource;

/** One real MariaDB for all tests of this JVM, with Préau's users and its platform schema. */
public final class TestDatabase {

    private static final String APP = "app-of-the-tests";
    private static final String SCHEMA = "schema-of-the-tests";

    private static final String SAFE = "&useBulkStmtsForInserts=false&allowLocalInfile=false";

    private static final TestDatabase INSTANCE = new TestDatabase();

    private final EmbeddedMariaDb server;
    private final SpaceProvisioning provisioning;

    private TestDatabase() {
        try {
            server =
                    EmbeddedMariaDb.startForTests(
                            Path.of(
                                    System.getProperty("preau.testkit.work", "target"),
                                    "test-mariadb"));
            server.createUsers(APP, SCHEMA);
            provisioning =
                    new SpaceProvisioning(
                            pool(EmbeddedMariaDb.SCHEMA_USER, SCHEMA, 4, ""),
                            "'preau_app'@'127.0.0.1'");
            CollegeOpening.openPlatform(provisioning);
        } catch (IOException | SQLException | MigrationRefused e) {
            throw new IllegalStateException("no MariaDB for the tests", e);
        }
    }

    public static TestDatabase get() {
        return INSTANCE;
    }

    public SpaceProvisioning provisioning() {
        return provisioning;
    }

    /** A pool of the application's user. */
    public DataSource pool(int size) throws SQLException {
        return pool(EmbeddedMariaDb.APPLICATION_USER, APP, size, SAFE);
    }

    /** Connections of the application's user that nobody pools: cut, they are gone. */
    public DataSource unpooled() throws SQLException {
        return new MariaDbDataSource(
                server.url()
                        + "?user="
                        + EmbeddedMariaDb.APPLICATION_USER
                        + "&password="
                        + APP
                        + SAFE);
    }

    /** A pool of the application's user with other options of the driver, as in {@code &a=b}. */
    public DataSource poolWith(String options) throws SQLException {
        return pool(EmbeddedMariaDb.APPLICATION_USER, APP, 1, SAFE + options);
    }

    /** A pool of the user that changes schemas. */
    public DataSource poolOfTheSchemaUser() throws SQLException {
        return poolOfTheSchemaUser(1);
    }

    /** The same, for a test that holds one connection and needs another. */
    public DataSource poolOfTheSchemaUser(int size) throws SQLException {
        return pool(EmbeddedMariaDb.SCHEMA_USER, SCHEMA, size, SAFE);
    }

    private DataSource pool(String user, String password, int size, String options)
            throws SQLException {
        return new MariaDbPoolDataSource(
                server.url()
                        + "?user="
                        + user
                        + "&password="
                        + password
                        + "&maxPoolSize="
                        + size
                        + "&minPoolSize="
                        + Math.min(size, 2)
                        + options);
    }
}
