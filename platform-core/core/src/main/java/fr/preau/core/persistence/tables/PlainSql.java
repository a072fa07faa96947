package fr.preau.core.persistence.tables;

import java.sql.SQLSyntaxErrorException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL in the few signs that MariaDB and any other parser read alike: no comments, no backslashes,
 * no double quotes, no escapes, no names of schemas.
 *
 * @param selects how often the word SELECT stands in it
 */
record PlainSql(int selects) {

    /** More would be data, which belongs into parameters. */
    private static final int LONGEST = 100_000;

    /** Conditions that EclipseLink joins by AND are nested as deep as there are conditions. */
    private static final int DEEPEST = 100;

    private static final String NAME = "(?:[A-Za-z_]\\w*+|`\\w++`)";

    /**
     * One sign after the other, without a gap. A text with a quote in it is two texts side by side
     * here. A letter right before a quote would give the text another meaning, a number right
     * before a name another end.
     */
    private static final Pattern SIGN =
            Pattern.compile(
                    "\\G(?:"
                            + "[ \\t\\r\\n]++"
                            + "|(?<![\\w`])'[^'\\\\]*+'"
                            + "|(?<![\\w`.])(?<name>"
                            + NAME
                            + ")(?:\\.(?:"
                            + NAME
                            + "|\\*))?+(?![\\w`.])"
                            + "|(?<![\\w`.])[0-9]++(?:\\.[0-9]++)?+(?![\\w`.])"
                            + "|(?<open>\\()|(?<close>\\))"
                            + "|[,*=<>!+%?|&^~]|-(?!-)|/(?!\\*)|;(?=\\s*+$))");

    /** They write rows to where no table is. */
    private static final Set<String> ELSEWHERE = Set.of("outfile", "dumpfile", "procedure");

    static PlainSql of(String sql) throws SQLSyntaxErrorException {
        if (sql.length() > LONGEST) {
            throw new SQLSyntaxErrorException(
                    "a module's SQL has at most %d letters, this has %d: bind its values"
                            .formatted(LONGEST, sql.length()));
        }
        Matcher sign = SIGN.matcher(sql);
        int end = 0;
        int depth = 0;
        int selects = 0;
        while (end < sql.length() && sign.find()) {
            end = sign.end();
            depth = deeper(depth, sign);
            String word = word(sign);
            selects += word.equals("select") ? 1 : 0;
            if (ELSEWHERE.contains(word)) {
                throw new SQLSyntaxErrorException("a module's SQL may not say « " + word + " »");
            }
        }
        if (end < sql.length()) {
            throw new SQLSyntaxErrorException(
                    "a module's SQL holds no comments, backslashes, double quotes, escapes or names"
                            + " of schemas; bind values that do. Not taken: « %s »"
                                    .formatted(
                                            sql.substring(end, Math.min(end + 20, sql.length()))));
        }
        return new PlainSql(selects);
    }

    private static int deeper(int depth, Matcher sign) throws SQLSyntaxErrorException {
        if (sign.group("close") != null) {
            return depth - 1;
        }
        if (sign.group("open") == null) {
            return depth;
        }
        if (depth == DEEPEST) {
            throw new SQLSyntaxErrorException(
                    "a module's SQL has brackets at most %d deep".formatted(DEEPEST));
        }
        return depth + 1;
    }

    /** A word that may have a meaning of its own, in small letters. */
    private static String word(Matcher sign) {
        String name = sign.group("name");
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }
}
