package fr.preau.testkit.compatibility;

import fr.preau.api.route.Route;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitFailure;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import java.nio.file.Path;
import java.sql.SQLException;
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
        Subject before = new Subject(kit, Optional.empty(), subject.filling());
        if (!before.fill(20, notes)) {
            return;
        }
        Map<String, Long> rows = Tables.counts(kit, kit.college());
        String from = kit.manifest().version();
        try {
            kit.update(subject.kit().jar());
        } catch (KitFailure e) {
            notes.fail("the update fails: " + e.getMessage());
            return;
        }
        notes.note("from " + from + " to " + kit.manifest().version() + ", " + rows);
        requireKept(rows, Tables.counts(kit, kit.college()), notes);
        requireAnswers(before, notes);
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

    private static void requireAnswers(Subject updated, Notes notes) {
        for (Route<?, ?> page : updated.pages()) {
            for (KitPerson person : updated.kit().college().everybody()) {
                if (updated.admits(page, person)) {
                    KitAnswer answer = updated.get(person, page);
                    if (answer.status() >= 500) {
                        notes.fail(answer + " after the update");
                    }
                }
            }
        }
    }
}
