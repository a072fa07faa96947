package fr.preau.core.settings;

import fr.preau.core.audit.AuditLog;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;

/**
 * The modules that each collège may switch on and off for itself; of all others the Département
 * decides.
 */
public final class ModuleOffers {

    /** How the journal calls leaving a module to the collèges. */
    public static final String LEFT = "module-left-to-colleges";

    /** How the journal calls taking the decision back. */
    public static final String TAKEN_BACK = "module-kept-by-departement";

    private static final String BEGIN =
            "INSERT INTO module_offer (module, colleges, since, changed_by)"
                    + " VALUES (?, FALSE, ?, ?) ON DUPLICATE KEY UPDATE module = VALUES(module)";

    private static final String DECIDE =
            "UPDATE module_offer SET colleges = ?, since = ?, changed_by = ?"
                    + " WHERE module = ? AND colleges <> ?";

    private final UnitsOfWork units;
    private final AuditLog audit;
    private final Clock clock;
    private volatile Set<String> left = Set.of();

    public ModuleOffers(UnitsOfWork units, AuditLog audit, Clock clock) {
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether each collège decides for itself. */
    public boolean isLeftToColleges(String module) {
        return left.contains(module);
    }

    /** Leaves a module to the collèges, or takes the decision back; no switch changes by that. */
    public void leave(Actor actor, String module, boolean toColleges) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
                    unit.update(BEGIN, module, now, actor.name());
                    int changed =
                            unit.update(DECIDE, toColleges, now, actor.name(), module, toColleges);
                    if (changed > 0) {
                        audit.write(unit, actor, toColleges ? LEFT : TAKEN_BACK, module, null, "");
                    }
                    return changed;
                });
        refresh();
    }

    /** Reads again; one at a time, or an older reading could replace a newer one. */
    public synchronized void refresh() {
        left =
                new HashSet<>(
                        units.read(
                                DatabaseSpace.platform(),
                                unit ->
                                        unit.query(
                                                "SELECT module FROM module_offer WHERE colleges",
                                                row -> row.getString(1))));
    }
}
