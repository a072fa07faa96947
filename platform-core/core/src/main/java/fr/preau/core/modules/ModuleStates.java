package fr.preau.core.modules;

import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Which module is switched on at which collège.
 *
 * <p>A switch acts on the next request of this node; the other nodes see it at their next {@link
 * #refresh}, which runs every second.
 */
public final class ModuleStates {

    private record Key(Uai uai, String module) {}

    private static final String ALL = "SELECT uai, module, enabled FROM module_state";

    private static final String SWITCH =
            "INSERT INTO module_state (uai, module, enabled, since, changed_by)"
                    + " VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
                    + " since = IF(enabled = VALUES(enabled), since, VALUES(since)),"
                    + " changed_by = IF(enabled = VALUES(enabled), changed_by, VALUES(changed_by)),"
                    + " enabled = VALUES(enabled)";

    private final UnitsOfWork units;
    private final AuditLog audit;
    private final Clock clock;
    private volatile Set<Key> on = Set.of();
    private volatile Set<String> modules = Set.of();

    public ModuleStates(UnitsOfWork units, AuditLog audit, Clock clock) {
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    public boolean isOn(Uai uai, String module) {
        return on.contains(new Key(uai, module));
    }

    /** The modules that anybody has ever switched. */
    public Set<String> modules() {
        return modules;
    }

    /** How many collèges have the module on. */
    public long countOn(String module) {
        return on.stream().filter(key -> key.module.equals(module)).count();
    }

    /** Switches a module on or off at these collèges, with one audit entry each. */
    public void switchModule(
            Actor actor, String module, Collection<Uai> colleges, boolean enabled) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    try (PreparedStatement statement = unit.connection().prepareStatement(SWITCH)) {
                        for (Uai uai : colleges) {
                            statement.setString(1, uai.value());
                            statement.setString(2, module);
                            statement.setBoolean(3, enabled);
                            statement.setObject(
                                    4, LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
                            statement.setString(5, actor.name());
                            statement.addBatch();
                        }
                        statement.executeBatch();
                    }
                    for (Uai uai : colleges) {
                        audit.write(
                                unit,
                                actor,
                                enabled ? "module-enabled" : "module-disabled",
                                module,
                                uai.value(),
                                "");
                    }
                    return colleges.size();
                });
        refresh();
    }

    /** Switches a module on where nobody has decided yet. */
    public void startWith(Uai uai, Collection<String> modules) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    try (PreparedStatement statement =
                            unit.connection()
                                    .prepareStatement(
                                            "INSERT IGNORE INTO module_state (uai, module, enabled,"
                                                    + " since, changed_by) VALUES (?, ?, TRUE, ?,"
                                                    + " ?)")) {
                        for (String module : modules) {
                            statement.setString(1, uai.value());
                            statement.setString(2, module);
                            statement.setObject(
                                    3, LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
                            statement.setString(4, Actor.system().name());
                            statement.addBatch();
                        }
                        statement.executeBatch();
                    }
                    return modules.size();
                });
        refresh();
    }

    /** Reads again; one at a time, or an older reading could replace a newer one. */
    public synchronized void refresh() {
        Set<Key> enabled = new HashSet<>();
        Set<String> ever = new HashSet<>();
        units.read(
                DatabaseSpace.platform(),
                unit -> {
                    try (PreparedStatement statement = unit.connection().prepareStatement(ALL);
                            ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            ever.add(row.getString(2));
                            if (row.getBoolean(3)) {
                                enabled.add(new Key(new Uai(row.getString(1)), row.getString(2)));
                            }
                        }
                    }
                    return ever.size();
                });
        on = enabled;
        modules = ever;
    }
}
