package fr.preau.liberty.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The rows that say whose they are. */
final class Rows {

    private Rows() {}

    /** Whose rows are here, one after the other. */
    static String owners(Connection connection) throws SQLException {
        return ask(connection, "SELECT owner FROM tenancy_secret");
    }

    /** Whose marks are here; an empty text when there are none. */
    static String marks(Connection connection) throws SQLException {
        return ask(connection, "SELECT DISTINCT owner FROM tenancy_mark");
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            StringBuilder owners = new StringBuilder();
            while (rows.next()) {
                owners.append(rows.getString(1));
            }
            return owners.toString();
        }
    }

    static void insert(Connection connection, String owner) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO tenancy_secret VALUES (?)")) {
            statement.setString(1, owner);
            statement.executeUpdate();
        }
    }

    /** Marks the place twice, in a batch. */
    static void mark(Connection connection, String owner) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO tenancy_mark VALUES (?)")) {
            for (int i = 0; i < 2; i++) {
                statement.setString(1, owner);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
