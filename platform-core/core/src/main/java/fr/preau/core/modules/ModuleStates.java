package fr.preau.core.modules;

import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Which module is switched on at which collège.
 *
 * <p>A switch acts on the next request of this node; the other nodes see it at their next {@link
 * #refresh}, which runs every second.
 */
public final class ModuleStates {

    private record Key(Uai uai, String module) {}

    private static final String ALL = "SELECT uai, module, enabled FROM module_state";

    /** How the journal calls switching on. */
    public static final String ENABLED = "module-enabled";

    /** How the journal calls switching off. */
    public static final String DISABLED = "module-disabled";

    /**
     * So that there is a row to switch; where nobody has decided, a module is off. Written so that
     * an old row is locked as a new one is: with INSERT IGNORE two who press at once would each
     * wait for the other.
     */
    private static final String BEGIN =
            "INSERT INTO module_state (uai, module, enabled, since, changed_by)"
                    + " VALUES (?, ?, FALSE, ?, ?) ON DUPLICATE KEY UPDATE uai = VALUES(uai)";

    private static final String SWITCH =
            "UPDATE module_state SET enabled = ?, since = ?, changed_by = ?"
                    + " WHERE uai = ? AND module = ? AND enabled <> ?";

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
        return on.stream()
                .filter(key -> key.module.equals(module) && !key.uai.isDepartement())
                .count();
    }

    /**
     * Switches a module on or off at these collèges. Where that changes something, and only there,
     * it is written down who did it.
     *
     * @param actId the same for everything that is done together
     */
    public void switchModule(
            Actor actor, UUID actId, String module, Collection<Uai> colleges, boolean enabled) {
        if (colleges.isEmpty()) {
            // Pressed a second time. In Liberty a statement that was never run fails to close.
            return;
        }
        String act = enabled ? ENABLED : DISABLED;
        // In one order for everybody, so that nobody holds what another one waits for.
        List<Uai> inOrder = colleges.stream().sorted(Comparator.comparing(Uai::value)).toList();
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    begin(unit.connection(), actor, module, inOrder);
                    for (Uai uai : inOrder) {
                        if (changed(unit.connection(), actor, module, uai, enabled)) {
                            audit.write(unit, actor, act, module, uai.value(), "", actId);
                        }
                    }
                    return inOrder.size();
                });
        refresh();
    }

    private void begin(Connection connection, Actor actor, String module, Collection<Uai> colleges)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
            for (Uai uai : colleges) {
                statement.setString(1, uai.value());
                statement.setString(2, module);
                statement.setObject(3, now());
                statement.setString(4, actor.name());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Two who press the same switch at once both come here; the row lets only the first change. */
    private boolean changed(
            Connection connection, Actor actor, String module, Uai uai, boolean enabled)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SWITCH)) {
            statement.setBoolean(1, enabled);
            statement.setObject(2, now());
            statement.setString(3, actor.name());
            statement.setString(4, uai.value());
            statement.setString(5, module);
            statement.setBoolean(6, enabled);
            return statement.executeUpdate() > 0;
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }

    /** Switches a module on where nobody has decided yet. */
    public void startWith(Uai uai, Collection<String> modules) {
        if (modules.isEmpty()) {
            return;
        }
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
                            statement.setObject(3, now());
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
