package fr.preau.core.tenancy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * The versioned SQL scripts of one owner, named as Flyway wants them ({@code V1__messages.sql}),
 * and those that undo one ({@code U1__messages.sql}).
 *
 * <p>They are read once and handed to Flyway as text: it can search neither Liberty's class path
 * nor a bundle by itself.
 *
 * @param scripts in the order in which they run
 * @param undoing in the order in which they run, the latest version first
 */
public record MigrationScripts(List<Script> scripts, List<Script> undoing) {

    /** One script: its file name and its SQL. */
    public record Script(String name, String sql) {

        MigrationVersion version() {
            int end = name.indexOf("__");
            if (!name.matches("[UV][0-9].*") || end < 2 || !name.endsWith(".sql")) {
                throw new IllegalArgumentException(
                        "« " + name + " » is not named like V1__what_it_does.sql");
            }
            return MigrationVersion.fromVersion(name.substring(1, end));
        }

        /** What Flyway's history says of it. */
        String description() {
            return name.substring(name.indexOf("__") + 2, name.length() - ".sql".length())
                    .replace('_', ' ');
        }

        boolean undoes() {
            return name.startsWith("U");
        }

        private boolean isAfter(String reached) {
            return reached.isEmpty()
                    || version().compareTo(MigrationVersion.fromVersion(reached)) > 0;
        }
    }

    public MigrationScripts {
        scripts = scripts.stream().sorted(Comparator.comparing(Script::version)).toList();
        undoing =
                undoing.stream().sorted(Comparator.comparing(Script::version).reversed()).toList();
    }

    /** The scripts of both kinds, told apart by their names. */
    public static MigrationScripts of(List<Script> all) {
        return new MigrationScripts(
                all.stream().filter(script -> !script.undoes()).toList(),
                all.stream().filter(Script::undoes).toList());
    }

    /** The tables that they make. */
    public Set<String> tablesMade() {
        return ModuleTables.made(this);
    }

    /** The scripts that a schema has not run that reached a version; empty text: none. */
    public List<Script> after(String reached) {
        return scripts.stream().filter(script -> script.isAfter(reached)).toList();
    }

    /** The scripts after a version that nothing undoes. */
    public List<String> notUndone(String reached) {
        return after(reached).stream()
                .filter(
                        script ->
                                undoing.stream()
                                        .noneMatch(undo -> undo.version().equals(script.version())))
                .map(Script::name)
                .toList();
    }

    /** Whether one of them brings a schema to exactly this version. */
    public boolean lists(String version) {
        return scripts.stream().anyMatch(script -> script.version().getVersion().equals(version));
    }

    /** What undoes the scripts after a version, as scripts that Flyway can run one by one. */
    MigrationScripts undo(String reached) {
        List<Script> steps = new ArrayList<>();
        for (Script undo : undoing) {
            if (undo.isAfter(reached)) {
                steps.add(
                        new Script(
                                "V%d__undo_%s.sql"
                                        .formatted(steps.size() + 1, undo.version().getVersion()),
                                undo.sql()));
            }
        }
        return new MigrationScripts(steps, List.of());
    }

    /** Scripts that stand beside a class. */
    public static MigrationScripts beside(Class<?> owner, String folder, String... names) {
        List<Script> scripts = new ArrayList<>();
        for (String name : names) {
            try (InputStream in = owner.getResourceAsStream(folder + "/" + name)) {
                if (in == null) {
                    throw new IllegalArgumentException("no script " + folder + "/" + name);
                }
                scripts.add(
                        new Script(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return of(scripts);
    }

    public boolean isEmpty() {
        return scripts.isEmpty();
    }

    /** The version that a schema has once all are run; empty text when there is none. */
    public String lastVersion() {
        return scripts.isEmpty() ? "" : scripts.get(scripts.size() - 1).version().getVersion();
    }

    /** Whether a schema that reached this version has run all of them. */
    public boolean isReachedBy(String version) {
        return isEmpty()
                || (!version.isEmpty()
                        && MigrationVersion.fromVersion(version).isAtLeast(lastVersion()));
    }

    /**
     * As Flyway runs them.
     *
     * @param stepsTable where it is kept which statements are done, until all are
     */
    JavaMigration[] asMigrations(String stepsTable) {
        return scripts.stream()
                .map(script -> new ScriptMigration(script, stepsTable))
                .toArray(JavaMigration[]::new);
    }
}
