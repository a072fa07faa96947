package fr.preau.core.tenancy;

import fr.preau.core.reasons.HostReason;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of one module at any collège: those whose names begin with its id.
 *
 * <p>That scripts keep to them is MariaDB's to hold, by the rights of {@link ModuleLogin}. What is
 * read here tells which tables to give rights for, and finds a mistake before anything is done.
 */
public final class ModuleTables {

    private static final String HISTORY = "schema_history";

    /** Texts, comments: what stands in them names nothing. */
    private static final Pattern NOT_CODE =
            Pattern.compile(
                    "'(?:[^'\\\\]|\\\\.|'')*+'|\"(?:[^\"\\\\]|\\\\.|\"\")*+\""
                            + "|/\\*.*?\\*/|--[^\\n]*|#[^\\n]*",
                    Pattern.DOTALL);

    private static final Pattern TABLE =
            Pattern.compile(
                    "\\b(?:CREATE|ALTER|DROP|RENAME|TRUNCATE)\\b[\\sA-Z]*?\\bTABLE\\s+"
                            + "(?:IF\\s+(?:NOT\\s+)?EXISTS\\s+)?`?([\\w$]+)`?(\\s*\\.)?",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern MAKES =
            Pattern.compile(
                    "\\bCREATE\\s+(?:OR\\s+REPLACE\\s+)?TABLE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?"
                            + "`?([\\w$]+)`?",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern OTHER_SPACE =
            Pattern.compile("\\bpreau_\\w*`?\\s*\\.", Pattern.CASE_INSENSITIVE);

    private static final Pattern LAST_ID =
            Pattern.compile("\\bLAST_INSERT_ID\\b", Pattern.CASE_INSENSITIVE);

    private final String prefix;
    private final String code;

    public ModuleTables(String owner, MigrationScripts scripts) {
        this.prefix = prefixOf(owner);
        this.code =
                Stream.concat(scripts.scripts().stream(), scripts.undoing().stream())
                        .map(script -> NOT_CODE.matcher(script.sql()).replaceAll(" "))
                        .collect(Collectors.joining("\n"));
    }

    static String prefixOf(String owner) {
        return owner.replace('-', '_') + "_";
    }

    public String prefix() {
        return prefix;
    }

    /** What the module's own code may be about: all but what is kept of the scripts. */
    public Set<String> own() {
        Set<String> names = new TreeSet<>(named());
        names.removeAll(Set.of(history(), undoHistory(), steps(), undoSteps()));
        return names;
    }

    /** Where Flyway keeps what has run. */
    String history() {
        return prefix + HISTORY;
    }

    /** Where Flyway keeps what has been undone, until all is. */
    String undoHistory() {
        return prefix + "schema_undo";
    }

    /** Where it is kept which statements of the last script are done. */
    String steps() {
        return prefix + "schema_steps";
    }

    /** The same of the last script that undoes one, until all is undone. */
    String undoSteps() {
        return prefix + "schema_undo_steps";
    }

    /** The tables that the scripts may be about: whatever they name like one of theirs. */
    Set<String> named() {
        Set<String> names = new TreeSet<>();
        Matcher matcher = Pattern.compile("(?<![\\w$])" + prefix + "\\w{1,50}").matcher(code);
        while (matcher.find()) {
            names.add(matcher.group());
        }
        names.add(history());
        names.add(undoHistory());
        names.add(steps());
        names.add(undoSteps());
        return names;
    }

    /** The tables that the scripts make. */
    static Set<String> made(MigrationScripts scripts) {
        Set<String> made = new TreeSet<>();
        for (MigrationScripts.Script script : scripts.scripts()) {
            Matcher matcher = MAKES.matcher(NOT_CODE.matcher(script.sql()).replaceAll(" "));
            while (matcher.find()) {
                made.add(matcher.group(1));
            }
        }
        return made;
    }

    /** What the scripts do to tables that can't be the module's. */
    Optional<String> mistake() {
        if (OTHER_SPACE.matcher(code).find()) {
            return Optional.of(HostReason.OTHER_SPACE.with());
        }
        if (LAST_ID.matcher(code).find()) {
            return Optional.of(HostReason.LAST_ID.with());
        }
        Matcher matcher = TABLE.matcher(code);
        while (matcher.find()) {
            if (!matcher.group(1).startsWith(prefix) || matcher.group(2) != null) {
                return Optional.of(HostReason.NOT_OWN_TABLE.with(matcher.group(1), prefix));
            }
        }
        return Optional.empty();
    }

    /**
     * What is at a collège already and stands in the way.
     *
     * @param there the tables at that collège whose names begin with the module's
     */
    Optional<String> conflict(Collection<String> there) {
        if (!there.isEmpty() && !there.contains(history())) {
            return Optional.of(HostReason.FOREIGN_TABLES.with(prefix, String.join(", ", there)));
        }
        return there.stream()
                .filter(table -> table.endsWith("_" + HISTORY) && !table.equals(history()))
                .map(table -> table.substring(0, table.length() - HISTORY.length()))
                .filter(other -> named().stream().anyMatch(name -> name.startsWith(other)))
                .findFirst()
                .map(HostReason.OTHER_MODULES_TABLES::with);
    }
}
