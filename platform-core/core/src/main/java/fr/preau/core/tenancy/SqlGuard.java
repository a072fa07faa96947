package fr.preau.core.tenancy;

import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets through the statements that read and write rows, and nothing that changes the session.
 *
 * <p>MariaDB refuses the other collège's tables by itself. What it can't know is that {@code SET
 * ROLE} is ours alone: the application's user holds every role. Session variables, named locks and
 * some functions outlive the unit of work on a pooled connection, so they would carry facts from
 * one collège to the next. And {@code information_schema} shows what all connections of the same
 * user are asking just now, bound values included.
 *
 * <p>Nothing here tells text from code: MariaDB and a parser of ours would differ one day. So a
 * forbidden word is refused inside a quoted text as well; values belong into parameters.
 */
final class SqlGuard {

    private static final Set<String> WRITING =
            Set.of("select", "insert", "update", "delete", "replace", "with");

    private static final Set<String> READING = Set.of("select", "with");

    /** What MariaDB lets stand between a name and what follows it; the quotes that end a name. */
    private static final String GAP = "(?:[\\s`\"]|/\\*.*?\\*/|--[^\\n]*\\n|#[^\\n]*\\n)*+";

    private static final Pattern OF_MARIADB =
            words("(?:information_schema|performance_schema)\\b|(?:mysql|sys)\\b" + GAP + "\\.");

    private static final Pattern LASTING =
            words(
                    "(?:get_lock|release_lock|release_all_locks|is_free_lock|is_used_lock"
                            + "|load_file|found_rows|lastval|nextval|setval)\\b"
                            + GAP
                            + "\\("
                            + "|last_insert_id\\b"
                            + GAP
                            + "\\((?!\\s*\\))"
                            + "|(?:next|previous)\\b"
                            + GAP
                            + "value\\b"
                            + GAP
                            + "for\\b");

    /** Later versions of MariaDB let these follow a WITH. */
    private static final Pattern CHANGE = words("(?:delete|update)\\b");

    private static final Pattern SECOND_STATEMENT = Pattern.compile(";(?!\\s*$)");

    /** Values are bound, so the same few texts come again; reading one costs as much as asking. */
    private static final Map<UnitKind, RecentTexts> PASSED =
            Map.of(UnitKind.READING, new RecentTexts(), UnitKind.WRITING, new RecentTexts());

    private SqlGuard() {}

    private static Pattern words(String words) {
        return Pattern.compile("\\b(?:" + words + ")", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    static void check(String sql, UnitKind kind) throws SQLException {
        RecentTexts passed = Objects.requireNonNull(PASSED.get(kind));
        if (!passed.contains(sql)) {
            read(sql, kind);
            passed.add(sql);
        }
    }

    private static void read(String sql, UnitKind kind) throws SQLException {
        checkBeginning(sql, kind);
        refuse(sql.indexOf('@') >= 0, "no session variables in a unit of work; bind values with @");
        refuse(
                sql.contains("/*!") || sql.contains("/*M!"),
                "no executable comments in a unit of work");
        refuse(
                SECOND_STATEMENT.matcher(sql).find(),
                "one statement at a time; bind values that hold a semicolon");
        refuse(
                OF_MARIADB.matcher(sql).find(),
                "the schemas of MariaDB itself show what other collèges are doing; bind values that"
                        + " hold such a word");
        refuse(
                LASTING.matcher(sql).find(),
                "no locks, files, sequences or functions whose result may outlive the unit of work;"
                        + " bind values that hold such a word");
    }

    private static void checkBeginning(String sql, UnitKind kind) throws SQLException {
        String first = firstWord(sql);
        refuse(
                !WRITING.contains(first),
                "a unit of work reads and writes rows; it may not say « " + first + " »");
        if (kind == UnitKind.READING) {
            refuse(
                    !READING.contains(first) || first.equals("with") && CHANGE.matcher(sql).find(),
                    "this unit of work only reads; it may not change rows");
        }
    }

    private static void refuse(boolean wrong, String reason) throws SQLException {
        if (wrong) {
            throw new SQLSyntaxErrorException(reason);
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
