package fr.preau.core.tenancy;

import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets through the statements that read and write rows, and nothing that changes the session.
 *
 * <p>MariaDB refuses the other collège's tables by itself. What it can't know is that {@code SET
 * ROLE} is ours alone: the application's user holds every role. Session variables and named locks
 * outlive the unit of work on a pooled connection, so they would carry facts from one collège to
 * the next.
 */
final class SqlGuard {

    private static final Set<String> ALLOWED =
            Set.of("select", "insert", "update", "delete", "replace", "with");

    private static final Pattern FORBIDDEN_FUNCTIONS =
            Pattern.compile(
                    "\\b(get_lock|release_lock|release_all_locks|load_file)\\s*\\(",
                    Pattern.CASE_INSENSITIVE);

    private SqlGuard() {}

    static void check(String sql) throws SQLException {
        String first = firstWord(sql);
        if (!ALLOWED.contains(first)) {
            throw new SQLSyntaxErrorException(
                    "a unit of work reads and writes rows; it may not say « " + first + " »");
        }
        if (sql.indexOf('@') >= 0) {
            throw new SQLSyntaxErrorException(
                    "no session variables in a unit of work; bind values that hold an @");
        }
        if (sql.contains("/*!") || sql.contains("/*M!")) {
            throw new SQLSyntaxErrorException("no executable comments in a unit of work");
        }
        if (FORBIDDEN_FUNCTIONS.matcher(sql).find()) {
            throw new SQLSyntaxErrorException("no named locks and no files in a unit of work");
        }
    }

    private static String firstWord(String sql) {
        int start = 0;
        while (start < sql.length()
                && (Character.isWhitespace(sql.charAt(start)) || sql.charAt(start) == '(')) {
            start++;
        }
        int end = start;
        while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
            end++;
        }
        return sql.substring(start, end).toLowerCase(Locale.ROOT);
    }
}
