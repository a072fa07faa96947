package fr.preau.core.modules;

import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.CollegeOpening;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.MigrationRefused;
import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.core.tenancy.SpaceProvisioning;
import fr.preau.core.tenancy.UnitsOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How far the tables of each module are at each collège, and why a migration failed where it did.
 *
 * <p>The version reached is kept on the platform, so that a start does not look into ninety-nine
 * schemas.
 */
public final class ModuleSchemas {

    private record Key(Uai uai, String module) {}

    /**
     * @param version the last one that was reached; empty when none was
     * @param failedVersion the one that could not be reached
     * @param failure why not; null when nothing failed
     * @param at when, in UTC
     * @param millis how long the last migration took
     */
    private record Reached(
            String version,
            @Nullable String failedVersion,
            @Nullable String failure,
            LocalDateTime at,
            long millis) {

        boolean has(MigrationScripts scripts) {
            return scripts.isReachedBy(version);
        }
    }

    /** A failure is looked at again after so long: its cause may have been a passing one. */
    private static final Duration RETRY = Duration.ofMinutes(10);

    private static final String REACHED =
            "INSERT INTO module_schema (uai, module, version, failed_version, failure, at, millis)"
                    + " VALUES (?, ?, ?, NULL, NULL, ?, ?) ON DUPLICATE KEY UPDATE"
                    + " version = VALUES(version), failed_version = NULL, failure = NULL,"
                    + " at = VALUES(at), millis = VALUES(millis)";

    private static final String FAILED =
            "INSERT INTO module_schema (uai, module, version, failed_version, failure, at, millis)"
                    + " VALUES (?, ?, '', ?, ?, ?, 0) ON DUPLICATE KEY UPDATE"
                    + " failed_version = VALUES(failed_version), failure = VALUES(failure),"
                    + " at = VALUES(at)";

    private final UnitsOfWork units;
    private final SpaceProvisioning provisioning;
    private final Clock clock;

    /** Two who migrate the same tables at once find each other's half of Flyway's history. */
    private final Map<Key, Object> beingMade = new ConcurrentHashMap<>();

    private volatile Map<Key, Reached> reached = Map.of();

    public ModuleSchemas(UnitsOfWork units, SpaceProvisioning provisioning, Clock clock) {
        this.units = units;
        this.provisioning = provisioning;
        this.clock = clock;
    }

    /** Brings the module's tables at a collège to the version of the scripts, if they are not. */
    public void bringUp(Uai uai, String module, MigrationScripts scripts) {
        Key key = new Key(uai, module);
        Reached before = reached.get(key);
        synchronized (beingMade.computeIfAbsent(key, one -> new Object())) {
            Reached now = reached.get(key);
            boolean justFailed =
                    now != null
                            && !now.equals(before)
                            && scripts.lastVersion().equals(now.failedVersion);
            // Who waited here for somebody whom the same scripts failed has their outcome.
            if (!justFailed) {
                bringUpAlone(uai, module, scripts);
            }
        }
    }

    private void bringUpAlone(Uai uai, String module, MigrationScripts scripts) {
        boolean has = serves(uai, module, scripts);
        if (has && (failure(uai, module).isEmpty() || isBeyond(uai, module, scripts))) {
            // What is beyond is taken back, not brought up.
            return;
        }
        long start = System.nanoTime();
        try {
            provisioning.migrate(DatabaseSpace.of(uai), module, scripts);
            keepReached(
                    uai, module, scripts.lastVersion(), (System.nanoTime() - start) / 1_000_000);
        } catch (MigrationRefused e) {
            keepFailed(uai, module, scripts.lastVersion(), e.reason());
        }
    }

    /**
     * Takes the module's tables at a collège back to the version of the scripts.
     *
     * @param later the scripts that reached further, with those that undo them
     */
    public void takeBack(Uai uai, String module, MigrationScripts scripts, MigrationScripts later) {
        Reached now = reached.get(new Key(uai, module));
        if (now == null || !isBeyond(uai, module, scripts) || !later.lists(now.version)) {
            // Another pass has done it, or other scripts went further than these can undo.
            return;
        }
        long start = System.nanoTime();
        try {
            provisioning.undo(DatabaseSpace.of(uai), module, later, scripts.lastVersion());
            keepReached(
                    uai, module, scripts.lastVersion(), (System.nanoTime() - start) / 1_000_000);
        } catch (MigrationRefused e) {
            keepFailed(uai, module, scripts.lastVersion(), e.reason());
        }
    }

    /** Whether the tables are those of a later version than the scripts'. */
    public boolean isBeyond(Uai uai, String module, MigrationScripts scripts) {
        Reached now = reached.get(new Key(uai, module));
        return now != null && now.has(scripts) && !now.version.equals(scripts.lastVersion());
    }

    /** The collèges that have tables of the module, and the version they reached. */
    public Map<Uai, String> reached(String module) {
        Map<Uai, String> versions = new HashMap<>();
        reached.forEach(
                (key, now) -> {
                    if (key.module.equals(module) && !now.version.isEmpty()) {
                        versions.put(key.uai, now.version);
                    }
                });
        return versions;
    }

    /** The modules that have tables at a collège. */
    public Set<String> modulesAt(Uai uai) {
        Set<String> modules = new TreeSet<>();
        reached.forEach(
                (key, now) -> {
                    if (key.uai.equals(uai) && !now.version.isEmpty()) {
                        modules.add(key.module);
                    }
                });
        modules.remove(CollegeOpening.OWNER);
        return modules;
    }

    /** Whether there is something to bring up: never tried, another version, or failed long ago. */
    public boolean isDue(Uai uai, String module, MigrationScripts scripts) {
        Reached before = reached.get(new Key(uai, module));
        if (before == null || !before.has(scripts)) {
            return before == null
                    || !scripts.lastVersion().equals(before.failedVersion)
                    || before.at.isBefore(now().minus(RETRY));
        }
        return before.failure != null && before.at.isBefore(now().minus(RETRY));
    }

    /** Says that tables were made by somebody else, as those of the core at a collège's opening. */
    public void areMade(Uai uai, String owner, MigrationScripts scripts) {
        keepReached(uai, owner, scripts.lastVersion(), 0);
    }

    /**
     * Whether a version with these scripts can serve at a collège: its tables are there, or those
     * of a later version, which leave the earlier ones what they need.
     */
    public boolean serves(Uai uai, String module, MigrationScripts scripts) {
        if (scripts.isEmpty()) {
            return true;
        }
        Reached now = reached.get(new Key(uai, module));
        return now != null && now.has(scripts);
    }

    /** Why the module's last migration failed at this collège. */
    public Optional<String> failure(Uai uai, String module) {
        return Optional.ofNullable(reached.get(new Key(uai, module))).map(Reached::failure);
    }

    /** How long the module's last migration took at the collèges that have its tables. */
    public List<Duration> durations(String module) {
        return reached.entrySet().stream()
                .filter(entry -> entry.getKey().module.equals(module))
                .filter(entry -> entry.getValue().millis > 0)
                .map(entry -> Duration.ofMillis(entry.getValue().millis))
                .toList();
    }

    private void keepReached(Uai uai, String module, String version, long millis) {
        units.write(
                DatabaseSpace.platform(),
                unit -> unit.update(REACHED, uai.value(), module, version, now(), millis));
        remember(uai, module, new Reached(version, null, null, now(), millis));
    }

    private void keepFailed(Uai uai, String module, String version, String failure) {
        String reason = shortened(failure);
        units.write(
                DatabaseSpace.platform(),
                unit -> unit.update(FAILED, uai.value(), module, version, reason, now()));
        String before =
                Optional.ofNullable(reached.get(new Key(uai, module)))
                        .map(Reached::version)
                        .orElse("");
        remember(uai, module, new Reached(before, version, reason, now(), 0));
    }

    /** Without reading all again: with many collèges that would take longer than migrating them. */
    private synchronized void remember(Uai uai, String module, Reached now) {
        Map<Key, Reached> more = new HashMap<>(reached);
        more.put(new Key(uai, module), now);
        reached = more;
    }

    private LocalDateTime now() {
        // As the database keeps it: what was remembered is what is read again.
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.MICROS);
    }

    private static String shortened(String text) {
        return text.length() <= 2000 ? text : text.substring(0, 2000);
    }

    /** Reads again; one at a time, or an older reading could replace a newer one. */
    public synchronized void refresh() {
        reached =
                units.read(
                        DatabaseSpace.platform(),
                        unit -> {
                            Map<Key, Reached> now = new HashMap<>();
                            unit.query(
                                    "SELECT uai, module, version, failed_version, failure, at,"
                                            + " millis FROM module_schema",
                                    row ->
                                            now.put(
                                                    new Key(
                                                            new Uai(row.getString(1)),
                                                            row.getString(2)),
                                                    new Reached(
                                                            row.getString(3),
                                                            row.getString(4),
                                                            row.getString(5),
                                                            row.getObject(6, LocalDateTime.class),
                                                            row.getLong(7))));
                            return now;
                        });
    }
}
