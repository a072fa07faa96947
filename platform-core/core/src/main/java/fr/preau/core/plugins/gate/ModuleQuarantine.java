package fr.preau.core.plugins.gate;

import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a module answers no more because it failed again and again, on every node, until an
 * operator lifts it or another release runs.
 */
public final class ModuleQuarantine {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleQuarantine.class);

    /** How the journal calls it. */
    public static final String QUARANTINED = "module-quarantined";

    /** How the journal calls its end. */
    public static final String LIFTED = "module-quarantine-lifted";

    private record Key(Uai uai, String module) {}

    /**
     * A module that is held at a collège.
     *
     * @param release the SHA-256 of the release that failed
     * @param reason in the host's words; those of earlier versions were French
     */
    public record Held(Uai uai, String module, String release, String reason, Instant since) {}

    private final UnitsOfWork units;
    private final AuditLog audit;
    private final Clock clock;
    private volatile Map<Key, Held> held = Map.of();

    public ModuleQuarantine(UnitsOfWork units, AuditLog audit, Clock clock) {
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    boolean holds(Uai uai, LivePlugin plugin) {
        Held now = held.get(new Key(uai, plugin.id()));
        return now != null && plugin.isRelease(now.release);
    }

    public Optional<Held> find(Uai uai, String module) {
        return Optional.ofNullable(held.get(new Key(uai, module)));
    }

    /** All that is held of a module. */
    public List<Held> of(String module) {
        return held.values().stream().filter(one -> one.module.equals(module)).toList();
    }

    void put(Uai uai, LivePlugin plugin, String reason) {
        LOG.error("module {} is in quarantine at {}: {}", plugin.id(), uai, reason);
        String shortened = reason.length() <= 500 ? reason : reason.substring(0, 500);
        units.writeApart(
                DatabaseSpace.platform(),
                unit -> {
                    unit.update(
                            "INSERT INTO module_quarantine (uai, module, sha256, reason, since)"
                                    + " VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
                                    + " sha256 = VALUES(sha256), reason = VALUES(reason),"
                                    + " since = VALUES(since)",
                            uai.value(),
                            plugin.id(),
                            plugin.release(),
                            shortened,
                            LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
                    audit.write(
                            unit, Actor.system(), QUARANTINED, plugin.id(), uai.value(), shortened);
                    return true;
                });
        Map<Key, Held> more = new HashMap<>(held);
        more.put(
                new Key(uai, plugin.id()),
                new Held(uai, plugin.id(), plugin.release(), shortened, clock.instant()));
        held = more;
    }

    /** Lets a module answer again at a collège. */
    public void lift(Actor actor, Uai uai, String module) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    int lifted =
                            unit.update(
                                    "DELETE FROM module_quarantine WHERE uai = ? AND module = ?",
                                    uai.value(),
                                    module);
                    if (lifted > 0) {
                        audit.write(unit, actor, LIFTED, module, uai.value(), "");
                    }
                    return true;
                });
        refresh();
    }

    /** Reads again. */
    public synchronized void refresh() {
        Map<Key, Held> now = new HashMap<>();
        units.read(
                        DatabaseSpace.platform(),
                        unit ->
                                unit.query(
                                        "SELECT uai, module, sha256, reason, since"
                                                + " FROM module_quarantine",
                                        row ->
                                                new Held(
                                                        new Uai(row.getString(1)),
                                                        row.getString(2),
                                                        row.getString(3),
                                                        row.getString(4),
                                                        row.getObject(5, LocalDateTime.class)
                                                                .toInstant(ZoneOffset.UTC))))
                .forEach(one -> now.put(new Key(one.uai, one.module), one));
        held = now;
    }
}
