package fr.preau.core.tenancy;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What MariaDB answers to a statement that changes a table and has been done already: what it makes
 * is there, or what it takes away is not.
 *
 * <p>A statement about rows is never meant: it is one transaction with the word that it is done.
 */
final class AlreadyDone {

    private static final Pattern NOT_CODE =
            Pattern.compile("--[^\\n]*|#[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    /** A table, column, key, primary key or constraint of this name is there. */
    private static final Set<Integer> IS_THERE = Set.of(1050, 1060, 1061, 1068, 1826);

    /** A table, column, key or constraint to be dropped is not there. */
    private static final Set<Integer> IS_GONE = Set.of(1051, 1091);

    /** A foreign key whose name is taken: « Can't create table … errno: 121 ». */
    private static final int NOT_CREATED = 1005;

    private static final int NO_COLUMN = 1054;

    private static final int NO_TABLE = 1146;

    private static final Pattern NEW_COLUMN_NAME =
            Pattern.compile("\\bCHANGE\\b|\\bRENAME\\s+COLUMN\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern ADDS = Pattern.compile("\\bADD\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern NEW_TABLE_NAME =
            Pattern.compile("^RENAME\\b|\\bRENAME\\s+(?:TO|AS)\\b", Pattern.CASE_INSENSITIVE);

    private AlreadyDone() {}

    static boolean says(String sql, SQLException failure) {
        String code = NOT_CODE.matcher(sql).replaceAll(" ").strip();
        String word = code.split("\\s", 2)[0].toUpperCase(Locale.ROOT);
        return switch (word) {
            case "CREATE" -> isThere(failure);
            case "DROP" -> IS_GONE.contains(failure.getErrorCode());
            case "ALTER" ->
                    isThere(failure)
                            || IS_GONE.contains(failure.getErrorCode())
                            || isRenamed(code, failure);
            case "RENAME" -> isRenamed(code, failure);
            default -> false;
        };
    }

    private static boolean isThere(SQLException failure) {
        return IS_THERE.contains(failure.getErrorCode())
                || failure.getErrorCode() == NOT_CREATED
                        && String.valueOf(failure.getMessage()).contains("errno: 121");
    }

    /** Its old name is there no more; where a column is added too, it may be that one's place. */
    private static boolean isRenamed(String code, SQLException failure) {
        return switch (failure.getErrorCode()) {
            case NO_TABLE -> NEW_TABLE_NAME.matcher(code).find();
            case NO_COLUMN -> NEW_COLUMN_NAME.matcher(code).find() && !ADDS.matcher(code).find();
            default -> false;
        };
    }
}
