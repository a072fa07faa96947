package fr.preau.core.settings;

import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.plugins.manifest.DeclaredSetting;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What collèges have set of their modules.
 *
 * <p>A change holds on the next request of this node; the other nodes see it at their next {@link
 * #refresh}, which runs every second.
 */
public final class ModuleSettings {

    /** How the journal calls a change. */
    public static final String CHANGED = "module-settings-changed";

    private static final String KEEP =
            "INSERT INTO module_setting (uai, module, setting, value, since, changed_by)"
                    + " VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
                    + " value = VALUES(value), since = VALUES(since),"
                    + " changed_by = VALUES(changed_by)";

    private record Key(Uai uai, String module) {}

    private final UnitsOfWork units;
    private final AuditLog audit;
    private final Clock clock;
    private volatile Map<Key, Map<String, String>> set = Map.of();

    public ModuleSettings(UnitsOfWork units, AuditLog audit, Clock clock) {
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What holds for a setting at a collège. What was set for an earlier release and is no value
     * any more counts as not set.
     */
    public String value(Uai uai, String module, DeclaredSetting setting) {
        return valid(set.getOrDefault(new Key(uai, module), Map.of()).get(setting.key()), setting);
    }

    private static String valid(@Nullable String value, DeclaredSetting setting) {
        return value == null || setting.mistake(value).isPresent() ? setting.standard() : value;
    }

    /**
     * Keeps what a collège sets, all of it or nothing; each change is written down with what held
     * before.
     *
     * @param wished by key; of settings that are not in it, nothing changes
     * @return what is wrong, by key; then nothing was kept
     */
    public Map<String, DeclaredSetting.Mistake> keep(
            Actor actor,
            Uai uai,
            String module,
            List<DeclaredSetting> declared,
            Map<String, String> wished) {
        Map<String, DeclaredSetting.Mistake> mistakes = new HashMap<>();
        for (DeclaredSetting setting : declared) {
            Optional.ofNullable(wished.get(setting.key()))
                    .flatMap(setting::mistake)
                    .ifPresent(mistake -> mistakes.put(setting.key(), mistake));
        }
        if (mistakes.isEmpty()) {
            units.write(
                    DatabaseSpace.platform(),
                    unit -> keep(unit, actor, uai, module, declared, wished));
            refresh();
        }
        return mistakes;
    }

    private boolean keep(
            UnitOfWork unit,
            Actor actor,
            Uai uai,
            String module,
            List<DeclaredSetting> declared,
            Map<String, String> wished)
            throws SQLException {
        Map<String, String> before = new HashMap<>();
        unit.query(
                "SELECT setting, value FROM module_setting WHERE uai = ? AND module = ?"
                        + " FOR UPDATE",
                row -> before.put(row.getString(1), row.getString(2)),
                uai.value(),
                module);
        List<String> changes = new ArrayList<>();
        for (DeclaredSetting setting : declared) {
            String now = valid(before.get(setting.key()), setting);
            String wish = wished.getOrDefault(setting.key(), now);
            if (!wish.equals(now)) {
                unit.update(KEEP, uai.value(), module, setting.key(), wish, now(), actor.name());
                changes.add(setting.title() + "\u00a0: " + now + " → " + wish);
            }
        }
        if (!changes.isEmpty()) {
            audit.write(
                    unit, actor, CHANGED, module, uai.value(), String.join("\u00a0; ", changes));
        }
        return !changes.isEmpty();
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }

    /** Reads again; one at a time, or an older reading could replace a newer one. */
    public synchronized void refresh() {
        Map<Key, Map<String, String>> read = new HashMap<>();
        units.read(
                DatabaseSpace.platform(),
                unit ->
                        unit.query(
                                "SELECT uai, module, setting, value FROM module_setting",
                                row ->
                                        read.computeIfAbsent(
                                                        new Key(
                                                                new Uai(row.getString(1)),
                                                                row.getString(2)),
                                                        key -> new HashMap<>())
                                                .put(row.getString(3), row.getString(4))));
        set = read;
    }
}
