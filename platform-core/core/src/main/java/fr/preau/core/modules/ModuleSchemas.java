package fr.preau.core.modules;

import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.MigrationRefused;
import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.core.tenancy.SpaceProvisioning;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
     * @param failure why the migration to this version failed; null when the tables are there
     * @param at when, in UTC
     */
    private record Reached(String version, @Nullable String failure, LocalDateTime at) {}

    /** A failure is looked at again after so long: its cause may have been a passing one. */
    private static final Duration RETRY = Duration.ofMinutes(10);

    private static final String KEEP =
            "INSERT INTO module_schema (uai, module, version, failure, at) VALUES (?, ?, ?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE version = VALUES(version),"
                    + " failure = VALUES(failure), at = VALUES(at)";

    private final UnitsOfWork units;
    private final SpaceProvisioning provisioning;
    private final Clock clock;
    private volatile Map<Key, Reached> reached = Map.of();

    public ModuleSchemas(UnitsOfWork units, SpaceProvisioning provisioning, Clock clock) {
        this.units = units;
        this.provisioning = provisioning;
        this.clock = clock;
    }

    /** Brings the module's tables at a collège to the version of the scripts, if they are not. */
    public void bringUp(Uai uai, String module, MigrationScripts scripts) {
        Reached before = reached.get(new Key(uai, module));
        String version = scripts.lastVersion();
        if (before != null && before.failure == null && before.version.equals(version)) {
            return;
        }
        try {
            provisioning.migrate(DatabaseSpace.of(uai), module, scripts);
            keep(uai, module, version, null);
        } catch (MigrationRefused e) {
            keep(uai, module, version, e.getMessage());
        }
    }

    /** Whether there is something to bring up: never tried, another version, or failed long ago. */
    public boolean isDue(Uai uai, String module, MigrationScripts scripts) {
        Reached before = reached.get(new Key(uai, module));
        return before == null
                || !before.version.equals(scripts.lastVersion())
                || (before.failure != null && before.at.isBefore(now().minus(RETRY)));
    }

    /** Says that tables were made by somebody else, as those of the core at a collège's opening. */
    public void areMade(Uai uai, String owner, MigrationScripts scripts) {
        keep(uai, owner, scripts.lastVersion(), null);
    }

    /**
     * Whether the module's tables are there; while a new version is being prepared, those of the
     * old one are.
     */
    public boolean isReady(Uai uai, String module) {
        Reached now = reached.get(new Key(uai, module));
        return now != null && now.failure == null;
    }

    /** Why the module can't run at this collège. */
    public Optional<String> failure(Uai uai, String module) {
        return Optional.ofNullable(reached.get(new Key(uai, module))).map(Reached::failure);
    }

    private void keep(Uai uai, String module, String version, @Nullable String failure) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    try (PreparedStatement statement = unit.connection().prepareStatement(KEEP)) {
                        statement.setString(1, uai.value());
                        statement.setString(2, module);
                        statement.setString(3, version);
                        statement.setString(4, shortened(failure));
                        statement.setObject(5, now());
                        return statement.executeUpdate();
                    }
                });
        refresh();
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= 2000 ? text : text.substring(0, 2000);
    }

    /** Reads again; one at a time, or an older reading could replace a newer one. */
    public synchronized void refresh() {
        reached =
                units.read(
                        DatabaseSpace.platform(),
                        unit -> {
                            Map<Key, Reached> now = new HashMap<>();
                            try (PreparedStatement statement =
                                            unit.connection()
                                                    .prepareStatement(
                                                            "SELECT uai, module, version, failure, at"
                                                                    + " FROM module_schema");
                                    ResultSet row = statement.executeQuery()) {
                                while (row.next()) {
                                    now.put(
                                            new Key(new Uai(row.getString(1)), row.getString(2)),
                                            new Reached(
                                                    row.getString(3),
                                                    row.getString(4),
                                                    row.getObject(5, LocalDateTime.class)));
                                }
                            }
                            return now;
                        });
    }
}
