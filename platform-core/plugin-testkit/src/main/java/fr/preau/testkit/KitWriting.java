package fr.preau.testkit;

import fr.preau.api.safety.Closure;
import fr.preau.api.school.Profile;
import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.safety.ClosingWish;
import fr.preau.core.safety.WritingClosures;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Where writing is closed, until the test ends. */
final class KitWriting {

    private final UnitsOfWork units;
    private final WritingClosures closures;
    private boolean changed;

    KitWriting(UnitsOfWork units, WritingClosures closures) {
        this.units = units;
        this.closures = closures;
    }

    void close(Uai college, String notice, Set<Profile> profiles) {
        changed = true;
        closures.closeAt(
                Actor.system(),
                new ClosingWish(UUID.randomUUID(), Closure.By.COLLEGE, profiles, notice, null),
                List.of(college));
    }

    /** Nothing is closed. */
    void beginAfresh() {
        if (changed) {
            units.write(
                    DatabaseSpace.platform(), unit -> unit.update("DELETE FROM writing_closure"));
            closures.refresh();
            changed = false;
        }
    }
}
