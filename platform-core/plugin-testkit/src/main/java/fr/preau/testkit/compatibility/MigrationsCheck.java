package fr.preau.testkit.compatibility;

import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.MigrationRefused;
import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.testkit.KitCollege;
import fr.preau.testkit.KitFailure;
import java.util.List;

/** Each script on tables that the scripts before it left, and that are full. */
final class MigrationsCheck implements Check {

    private static final Uai ANOTHER = new Uai("0920700L");

    private static final int ROWS = 50;

    @Override
    public String name() {
        return "migrations on filled tables";
    }

    @Override
    public void look(Subject subject, Notes notes) {
        List<MigrationScripts.Script> all = subject.kit().scripts().scripts();
        if (all.size() < 2) {
            notes.notRun("there is no second script, which would find something");
            return;
        }
        GeneratedRows rows = new GeneratedRows(Way.codes(subject.kit().jar()));
        KitCollege another = subject.kit().openAnother(ANOTHER, "un-autre");
        for (int last = 1; last <= all.size(); last++) {
            MigrationScripts some = new MigrationScripts(all.subList(0, last), List.of());
            try {
                subject.kit()
                        .provisioning()
                        .migrate(DatabaseSpace.of(ANOTHER), subject.kit().manifest().id(), some);
                rows.fill(subject.kit(), another, some.tablesMade(), ROWS, Subject.MARK);
                notes.note(all.get(last - 1).name() + " ran");
            } catch (MigrationRefused e) {
                notes.fail(all.get(last - 1).name() + ": " + e.getMessage());
                return;
            } catch (KitFailure e) {
                notes.notRun("after " + all.get(last - 1).name() + ", " + e.getMessage());
                return;
            }
        }
        undo(subject, notes);
    }

    /** As far back as the last scripts in a row are undone. */
    private static void undo(Subject subject, Notes notes) {
        MigrationScripts scripts = subject.kit().scripts();
        String target =
                scripts.scripts().stream()
                        .map(script -> script.name().replaceFirst("^V(.+?)__.*", "$1"))
                        .map(version -> version.replace('_', '.'))
                        .filter(version -> scripts.notUndone(version).isEmpty())
                        .findFirst()
                        .orElse(scripts.lastVersion());
        if (scripts.after(target).isEmpty()) {
            notes.note(
                    "nothing undoes " + scripts.scripts().get(scripts.scripts().size() - 1).name());
            return;
        }
        try {
            subject.kit()
                    .provisioning()
                    .undo(
                            DatabaseSpace.of(ANOTHER),
                            subject.kit().manifest().id(),
                            scripts,
                            target);
            notes.note("undone as far as version " + target);
        } catch (MigrationRefused e) {
            notes.fail("going back to version " + target + ": " + e.getMessage());
        }
    }
}
