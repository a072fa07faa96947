package fr.preau.core.tenancy;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A user of MariaDB for one run of a module's scripts: it may make and change the module's tables
 * at one collège, and has no other right and no role.
 *
 * <p>Its password is drawn for this run and kept nowhere: should the run be cut short, what is left
 * is a user that nobody can be.
 */
final class ModuleLogin implements AutoCloseable {

    /** Neither triggers nor views nor procedures: they would act with the rights of others. */
    private static final String RIGHTS =
            "SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX, REFERENCES";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final DataSource schemaChanges;
    private final String user;
    private final String password;
    private final String account;

    private ModuleLogin(DataSource schemaChanges, String host) {
        this.schemaChanges = schemaChanges;
        this.user = "preau_m_" + random(8);
        // MariaDB may be told to ask for letters, digits and signs.
        this.password = "M-" + random(24);
        this.account = "'" + user + "'@'" + host + "'";
    }

    private static String random(int bytes) {
        byte[] drawn = new byte[bytes];
        RANDOM.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    /**
     * Creates the user.
     *
     * @param tables the tables it may make and change, which need not be there
     */
    static ModuleLogin create(
            DataSource schemaChanges, String host, DatabaseSpace space, Set<String> tables)
            throws SQLException {
        ModuleLogin login = new ModuleLogin(schemaChanges, host);
        try (Connection connection = schemaChanges.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE USER " + login.account + " IDENTIFIED BY '" + login.password + "'");
            try {
                for (String table : tables) {
                    statement.execute(
                            "GRANT %s ON `%s`.`%s` TO %s"
                                    .formatted(RIGHTS, space.name(), table, login.account));
                }
            } catch (SQLException e) {
                login.close();
                throw e;
            }
        }
        return login;
    }

    /** Connections of this user. */
    DataSource dataSource() {
        return new LoginDataSource(schemaChanges, user, password);
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = schemaChanges.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP USER " + account);
        }
    }
}
