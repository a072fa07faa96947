package fr.preau.core.releases;

import fr.preau.api.plugin.Permission;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.plugins.manifest.AskedPermission;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which release of each module should run, and what it may see: the will of the Département. */
public final class DesiredModules {

    /** How the journal calls a first release. */
    public static final String INSTALLED = "module-installed";

    /** How the journal calls a newer release. */
    public static final String UPDATED = "module-updated";

    /** How the journal calls going back to an older release. */
    public static final String ROLLED_BACK = "module-rolled-back";

    /** How the journal calls taking a module away. */
    public static final String REMOVED = "module-removed";

    /** How the journal calls a permission that was given. */
    public static final String GRANTED = "module-granted";

    /** So that there is a row to change, locked in the same way whether it is old or new. */
    private static final String BEGIN =
            "INSERT INTO module_desired (module, sha256, previous, since, changed_by)"
                    + " VALUES (?, NULL, NULL, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE module = VALUES(module)";

    /** MariaDB sets the columns in this order: the old release is read before it is replaced. */
    private static final String WANT =
            "UPDATE module_desired SET previous = COALESCE(sha256, previous), sha256 = ?,"
                    + " since = ?, changed_by = ? WHERE module = ? AND NOT (sha256 <=> ?)";

    private final UnitsOfWork units;
    private final AuditLog audit;
    private final Clock clock;
    private volatile Map<String, DesiredModule> all = Map.of();

    public DesiredModules(UnitsOfWork units, AuditLog audit, Clock clock) {
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** By module, also those that were removed. */
    public Map<String, DesiredModule> all() {
        return all;
    }

    public Optional<DesiredModule> find(String module) {
        return Optional.ofNullable(all.get(module));
    }

    /**
     * Wants this release to run, in the place of another.
     *
     * @param act how the journal calls it
     */
    public void want(Actor actor, String act, Release release) {
        change(unit -> want(unit, actor, act, release));
    }

    /** The same, with all that it asks for: a release never runs with the grants of another. */
    public void grantAndWant(Actor actor, String act, Release release) {
        change(
                unit -> {
                    grant(unit, actor, release);
                    want(unit, actor, act, release);
                });
    }

    /** Something that is done to what should run. */
    @FunctionalInterface
    private interface Change {
        void in(UnitOfWork unit) throws SQLException;
    }

    private void change(Change change) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    change.in(unit);
                    return true;
                });
        refresh();
    }

    private void want(UnitOfWork unit, Actor actor, String act, Release release)
            throws SQLException {
        unit.update(BEGIN, release.module(), now(), actor.name());
        int changed =
                unit.update(
                        WANT,
                        release.sha256(),
                        now(),
                        actor.name(),
                        release.module(),
                        release.sha256());
        // Another node may have wanted it a moment ago.
        if (changed > 0) {
            audit.write(unit, actor, act, release.module(), null, release.version());
        }
    }

    /** Wants nothing of the module to run; what it wrote stays, and so do its releases. */
    public void remove(Actor actor, String module) {
        change(
                unit -> {
                    int changed =
                            unit.update(
                                    "UPDATE module_desired SET previous = sha256, sha256 = NULL,"
                                            + " since = ?, changed_by = ?"
                                            + " WHERE module = ? AND sha256 IS NOT NULL",
                                    now(),
                                    actor.name(),
                                    module);
                    if (changed > 0) {
                        // Whoever brings it again is asked again.
                        unit.update("DELETE FROM module_grant WHERE module = ?", module);
                        audit.write(unit, actor, REMOVED, module, null, "");
                    }
                });
    }

    /** Grants what a release asks for, and takes back what it does not ask for any more. */
    public void grant(Actor actor, Release release) {
        change(unit -> grant(unit, actor, release));
    }

    private void grant(UnitOfWork unit, Actor actor, Release release) throws SQLException {
        Set<String> asked =
                release.manifest().permissions().stream()
                        .map(DesiredModules::written)
                        .collect(Collectors.toSet());
        if (asked.equals(granted(unit, release.module()))) {
            return;
        }
        unit.update("DELETE FROM module_grant WHERE module = ?", release.module());
        for (AskedPermission permission : release.manifest().permissions()) {
            unit.update(
                    "INSERT INTO module_grant (module, permission, hosts, since, granted_by)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    release.module(),
                    permission.permission().code(),
                    hosts(permission),
                    now(),
                    actor.name());
        }
        audit.write(
                unit,
                actor,
                GRANTED,
                release.module(),
                null,
                asked.stream().sorted().collect(Collectors.joining(", ")));
    }

    private static String written(AskedPermission permission) {
        String hosts = hosts(permission);
        return permission.permission().code() + (hosts.isEmpty() ? "" : " (" + hosts + ")");
    }

    private static String hosts(AskedPermission permission) {
        return permission.hosts().stream().sorted().collect(Collectors.joining(","));
    }

    private static Set<String> granted(UnitOfWork unit, String module) throws SQLException {
        return new HashSet<>(
                unit.query(
                        "SELECT IF(hosts = '', permission, CONCAT(permission, ' (', hosts, ')'))"
                                + " FROM module_grant WHERE module = ? FOR UPDATE",
                        row -> row.getString(1),
                        module));
    }

    /** What a module was given, when and by whom. */
    List<Grant> grants(String module) {
        return units
                .read(
                        DatabaseSpace.platform(),
                        unit ->
                                unit.query(
                                        "SELECT permission, hosts, since, granted_by"
                                                + " FROM module_grant WHERE module = ?"
                                                + " ORDER BY permission",
                                        DesiredModules::grant,
                                        module))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty when it is one that this Préau does not know. */
    private static Optional<Grant> grant(ResultSet row) throws SQLException {
        List<String> hosts = separated(row.getString(2));
        Instant since = row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        String by = row.getString(4);
        return Permission.ofCode(row.getString(1))
                .map(permission -> new Grant(permission, hosts, since, by));
    }

    private static List<String> separated(String hosts) {
        return hosts.isEmpty() ? List.of() : List.of(hosts.split(","));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }

    /** Reads again; one at a time, or an older reading could replace a newer one. */
    public synchronized void refresh() {
        all =
                units.read(
                        DatabaseSpace.platform(),
                        unit -> {
                            Map<String, Grants> grants = new HashMap<>();
                            unit.query(
                                            "SELECT module, permission, hosts FROM module_grant",
                                            Granted::of)
                                    .forEach(
                                            one ->
                                                    grants.computeIfAbsent(
                                                                    one.module, m -> new Grants())
                                                            .add(one));
                            Map<String, DesiredModule> modules = new TreeMap<>();
                            unit.query(
                                            "SELECT module, sha256, previous, since, changed_by"
                                                    + " FROM module_desired",
                                            row -> desired(row, grants))
                                    .forEach(module -> modules.put(module.module(), module));
                            return modules;
                        });
    }

    private static DesiredModule desired(ResultSet row, Map<String, Grants> grants)
            throws SQLException {
        Grants granted = grants.getOrDefault(row.getString(1), new Grants());
        return new DesiredModule(
                row.getString(1),
                Optional.ofNullable(row.getString(2)),
                Optional.ofNullable(row.getString(3)),
                row.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString(5),
                granted.permissions,
                granted.hosts);
    }

    /**
     * A row of the grants.
     *
     * @param permission null when it is one that this Préau does not know
     */
    private record Granted(String module, @Nullable Permission permission, List<String> hosts) {

        static Granted of(ResultSet row) throws SQLException {
            return new Granted(
                    row.getString(1),
                    Permission.ofCode(row.getString(2)).orElse(null),
                    separated(row.getString(3)));
        }
    }

    private static final class Grants {
        private final Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        private final Set<String> hosts = new HashSet<>();

        void add(Granted granted) {
            if (granted.permission != null) {
                permissions.add(granted.permission);
            }
            hosts.addAll(granted.hosts);
        }
    }
}
