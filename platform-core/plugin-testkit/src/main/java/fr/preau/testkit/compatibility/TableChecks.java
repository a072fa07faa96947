package fr.preau.testkit.compatibility;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the CHECK constraints of a table say of single columns, as MariaDB writes them down.
 *
 * <p>Lists of values and bounds of numbers are understood; what else a check says shows when a row
 * is refused.
 *
 * @param clauses the conditions
 */
record TableChecks(List<String> clauses) {

    private static final Pattern QUOTED = Pattern.compile("'((?:[^'\\\\]|\\\\.|'')*)'");

    static final TableChecks NONE = new TableChecks(List.of());

    /** Those of all tables that have some. */
    static Map<String, TableChecks> of(Connection connection, String schema) throws SQLException {
        Map<String, TableChecks> checks = new HashMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT table_name, check_clause FROM information_schema.check_constraints"
                                + " WHERE constraint_schema = ?")) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    checks.computeIfAbsent(
                                    row.getString(1), table -> new TableChecks(new ArrayList<>()))
                            .clauses()
                            .add(row.getString(2));
                }
            }
        }
        return checks;
    }

    /** The values that a column may have: {@code in (…)}, or equal to one after the other. */
    List<String> codes(String column) {
        List<String> codes = new ArrayList<>();
        for (String clause : clauses) {
            Matcher list = found(column, " (?:in|IN) \\(([^)]*)\\)", clause);
            while (list.find()) {
                codes.addAll(values(list.group(1)));
            }
            Matcher equal = found(column, " = ('(?:[^'\\\\]|\\\\.|'')*')", clause);
            while (equal.find()) {
                codes.addAll(values(equal.group(1)));
            }
        }
        return codes.stream().distinct().toList();
    }

    private static List<String> values(String list) {
        Matcher quoted = QUOTED.matcher(list);
        List<String> values = new ArrayList<>();
        while (quoted.find()) {
            values.add(quoted.group(1).replace("''", "'"));
        }
        // Numbers stand without quotes.
        return values.isEmpty() ? List.of(list.strip().split("\\s*,\\s*")) : values;
    }

    boolean isJson(String column) {
        return clauses.stream().anyMatch(c -> c.contains("json_valid(`" + column + "`)"));
    }

    /** The smallest number that a column may have. */
    long least(String column, long otherwise) {
        long least = otherwise;
        for (String clause : clauses) {
            least = Math.max(least, bound(column, " >= (-?\\d+)", clause, least));
            least = Math.max(least, bound(column, " > (-?\\d+)", clause, least - 1) + 1);
            least = Math.max(least, bound(column, " between (-?\\d+) and -?\\d+", clause, least));
        }
        return least;
    }

    /** The largest number that a column may have. */
    long most(String column, long otherwise) {
        long most = otherwise;
        for (String clause : clauses) {
            most = Math.min(most, bound(column, " <= (-?\\d+)", clause, most));
            most = Math.min(most, bound(column, " < (-?\\d+)", clause, most + 1) - 1);
            most = Math.min(most, bound(column, " between -?\\d+ and (-?\\d+)", clause, most));
        }
        return most;
    }

    private static long bound(String column, String condition, String clause, long otherwise) {
        Matcher found = found(column, condition, clause);
        return found.find() ? Long.parseLong(found.group(1)) : otherwise;
    }

    private static Matcher found(String column, String condition, String clause) {
        return Pattern.compile(Pattern.quote("`" + column + "`") + condition).matcher(clause);
    }
}
