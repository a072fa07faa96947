package fr.preau.testkit.compatibility;

import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.testkit.KitFailure;
import fr.preau.testkit.PreauKit;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Its previous release runs and is used; the new one takes its place and loses nothing. */
final class UpdateCheck implements Check {

    @Override
    public String name() {
        return "update from the previous release";
    }

    @Override
    public void look(Subject subject, Notes notes) throws SQLException {
        if (subject.previous().isEmpty()) {
            notes.notRun("no previous release was given");
            return;
        }
        Path work = subject.kit().work().resolve("previous");
        PreauKit kit;
        try {
            kit = PreauKit.of(subject.previous().get(), work);
        } catch (KitFailure e) {
            notes.notRun("the previous release does not run: " + e.getMessage());
            return;
        }
        try {
            update(subject, kit, notes);
        } finally {
            kit.stop();
        }
    }

    private static void update(Subject subject, PreauKit kit, Notes notes) throws SQLException {
        Subject before = new Subject(kit, Optional.empty(), waysOf(subject, kit));
        if (!before.fill(20, notes)) {
            return;
        }
        Map<String, Long> rows = Tables.counts(kit, kit.college());
        PluginManifest old = kit.manifest();
        String reached = kit.scripts().lastVersion();
        try {
            kit.update(subject.kit().jar());
        } catch (KitFailure e) {
            notes.fail("the update fails: " + e.getMessage());
            return;
        }
        notes.note("from " + old.version() + " to " + kit.manifest().version() + ", " + rows);
        requireKept(rows, Tables.counts(kit, kit.college()), notes);
        before.requireAnswers(notes, "after the update");
        goBack(before, subject.previous().orElseThrow(), reached, rows, notes);
    }

    /** What the suite of the new release writes, the old one may not know. */
    private static List<Way> waysOf(Subject subject, PreauKit old) {
        List<Way> ways = new ArrayList<>(subject.ways());
        ways.addAll(Way.ofAnyJar(old.jar()));
        return ways.stream().distinct().toList();
    }

    private static void goBack(
            Subject updated, Path jar, String reached, Map<String, Long> rows, Notes notes)
            throws SQLException {
        List<String> notUndone = updated.kit().scripts().notUndone(reached);
        if (!notUndone.isEmpty()) {
            notes.note("there is no way back: nothing undoes " + String.join(", ", notUndone));
            return;
        }
        try {
            updated.kit().goBack(jar);
        } catch (KitFailure e) {
            notes.fail("the way back fails: " + e.getMessage());
            return;
        }
        notes.note("and back");
        requireKept(rows, Tables.counts(updated.kit(), updated.kit().college()), notes);
        updated.requireAnswers(notes, "after the way back");
    }

    private static void requireKept(
            Map<String, Long> before, Map<String, Long> after, Notes notes) {
        before.forEach(
                (table, count) -> {
                    Long kept = after.get(table);
                    if (kept != null && kept < count) {
                        notes.fail(table + " had " + count + " rows and has " + kept);
                    } else if (kept == null) {
                        notes.note(table + " is no table of the new release");
                    }
                });
    }
}
