package fr.preau.core.tenancy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which statements of a script are done at one space.
 *
 * <p>A statement that changes rows and the word that it is done are one transaction. One that
 * changes a table is MariaDB's own transaction; so it is written down before that it begins, and if
 * the end is missing, that the table is already as it should be counts as the end.
 */
final class ScriptSteps {

    /** What acts on nothing but the session, which another run does not have. */
    private static final Pattern SESSION =
            Pattern.compile(
                    "^(?:\\s|--[^\\n]*\\n|#[^\\n]*\\n|/\\*(?!!).*?\\*/)*+"
                            + "(?:SET\\s+(?!STATEMENT\\b)|PREPARE\\b|SELECT\\b)",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private record Known(String digest, boolean done) {}

    private final Connection connection;
    private final String table;
    private final String script;
    private final Map<Integer, Known> known = new HashMap<>();
    private int last;

    /** Also makes the table, if it is not there. */
    ScriptSteps(Connection connection, String table, String script) throws SQLException {
        this.connection = connection;
        this.table = table;
        this.script = script;
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS `%s` (script VARCHAR(250) NOT NULL,"
                                    .formatted(table)
                            + " statement INT NOT NULL, digest CHAR(64) NOT NULL,"
                            + " done BOOLEAN NOT NULL, PRIMARY KEY (script, statement))");
        }
        forgetOthers();
        read();
    }

    /** Flyway has written down what came before this script, and holds its lock meanwhile. */
    private void forgetOthers() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "DELETE FROM `%s` WHERE script <> ?".formatted(table))) {
            statement.setString(1, script);
            statement.executeUpdate();
        }
    }

    private void read() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT statement, digest, done FROM `%s` WHERE script = ?"
                                .formatted(table))) {
            statement.setString(1, script);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    known.put(row.getInt(1), new Known(row.getString(2), row.getBoolean(3)));
                }
            }
        }
    }

    /** The next statement of the script; from one that was changed on, nothing is known. */
    Step next(String sql) {
        last++;
        String digest = digest(sql);
        Known before = known.get(last);
        if (before == null || !before.digest.equals(digest)) {
            known.clear();
            return new Step(last, sql, digest, false, false);
        }
        return new Step(last, sql, digest, true, before.done);
    }

    private static String digest(String sql) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(sql.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** One statement of the script. */
    final class Step {

        private final int number;
        private final String sql;
        private final String digest;
        private final boolean begunBefore;
        private final boolean done;

        private Step(int number, String sql, String digest, boolean begunBefore, boolean done) {
            this.number = number;
            this.sql = sql;
            this.digest = digest;
            this.begunBefore = begunBefore;
            this.done = done;
        }

        /** What is only set for the session is set again, however often. */
        boolean isDone() {
            return done && !SESSION.matcher(sql).find();
        }

        /** Whether it was begun before, and fails as if it had come to its end then. */
        boolean mayHaveBeenDone(SQLException failure) {
            return begunBefore && AlreadyDone.says(sql, failure);
        }

        void begin() throws SQLException {
            if (!begunBefore) {
                // What followed in a script that was changed meanwhile is not what follows now.
                update("DELETE FROM `%s` WHERE script = ? AND statement >= ?");
                update("INSERT INTO `%s` VALUES (?, ?, '" + digest + "', FALSE)");
            }
            connection.commit();
        }

        /** With what the statement did to rows. */
        void end() throws SQLException {
            update("UPDATE `%s` SET done = TRUE WHERE script = ? AND statement = ?");
            connection.commit();
        }

        /** MariaDB refused it, so it has done nothing: the next try is the first again. */
        void failed() throws SQLException {
            connection.rollback();
            update("DELETE FROM `%s` WHERE script = ? AND statement = ?");
            connection.commit();
        }

        private void update(String sql) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql.formatted(table))) {
                statement.setString(1, script);
                statement.setInt(2, number);
                statement.executeUpdate();
            }
        }
    }
}
