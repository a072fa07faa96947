package fr.preau.testkit.compatibility;

import fr.preau.api.plugin.Permission;
import fr.preau.testkit.KitFailure;
import fr.preau.testkit.PreauKit;
import java.util.EnumSet;
import java.util.Set;

/** Without each of its permissions: either it does not start, in words, or it does without. */
final class PermissionsCheck implements Check {

    @Override
    public String name() {
        return "permissions";
    }

    @Override
    public void look(Subject subject, Notes notes) {
        PreauKit kit = subject.kit();
        Set<Permission> asked = kit.manifest().asked();
        if (asked.isEmpty()) {
            notes.note("it asks for none");
        }
        for (Permission permission : asked) {
            Set<Permission> others = EnumSet.copyOf(asked);
            others.remove(permission);
            try {
                kit.runWith(others);
                notes.note("starts without " + permission.code());
                subject.requireAnswers(notes, "without " + permission.code());
            } catch (KitFailure e) {
                notes.note("does not start without " + permission.code());
            } finally {
                kit.runWith(asked);
                kit.beginAfresh();
            }
        }
    }
}
