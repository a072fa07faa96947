package fr.preau.core.releases;

import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.modules.ModuleSchemas;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.reasons.HostReason;
import fr.preau.core.releases.ModuleTrial.Back;
import fr.preau.core.releases.ModuleTrial.State;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.MigrationRefused;
import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.core.tenancy.SpaceCopy;
import fr.preau.core.tenancy.SpaceProvisioning;
import fr.preau.core.tenancy.SpaceTables;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries the scripts of a release on a copy of the tables of the collège that has most in them, and
 * then those that undo them; the copy is dropped, and what came of it is kept.
 */
public final class ModuleTrials {

    /** How the journal calls it. */
    public static final String TRIED = "module-tried";

    private static final Logger LOG = LoggerFactory.getLogger(ModuleTrials.class);

    /** After that nobody waits for it any more. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** In bytes: while a table is copied, nobody can change it, and a disk has an end. */
    private static final long LARGEST_COPY = 200L << 20;

    private static final String BEGIN =
            "REPLACE INTO module_trial (sha256, began, began_by) VALUES (?, ?, ?)";

    private static final String END =
            "UPDATE module_trial SET ended = ?, uai = ?, copied = ?, millis = ?, failure = ?,"
                    + " back = ?, back_failure = ? WHERE sha256 = ?";

    private static final String LAST =
            "SELECT began, ended, uai, copied, millis, failure, back, back_failure"
                    + " FROM module_trial WHERE sha256 = ?";

    private final ModuleCatalogue catalogue;
    private final ModuleSchemas schemas;
    private final SpaceProvisioning provisioning;
    private final SpaceTables tables;
    private final UnitsOfWork units;
    private final AuditLog audit;
    private final Executor background;
    private final Clock clock;

    public ModuleTrials(
            ModuleCatalogue catalogue,
            ModuleSchemas schemas,
            SpaceProvisioning provisioning,
            SpaceTables tables,
            UnitsOfWork units,
            AuditLog audit,
            Executor background,
            Clock clock) {
        this.catalogue = catalogue;
        this.schemas = schemas;
        this.provisioning = provisioning;
        this.tables = tables;
        this.units = units;
        this.audit = audit;
        this.background = background;
        this.clock = clock;
    }

    /** Begins to try a release; asked again while it is tried, nothing more happens. */
    public void begin(Actor actor, Release release) {
        boolean begun =
                units.write(
                        DatabaseSpace.platform(),
                        unit -> {
                            // Locked, so that of two who press at once one begins.
                            List<ModuleTrial> before =
                                    unit.query(LAST + " FOR UPDATE", this::trial, release.sha256());
                            if (before.stream().anyMatch(ModuleTrial::isRunning)) {
                                return false;
                            }
                            audit.write(
                                    unit, actor, TRIED, release.module(), null, release.version());
                            return unit.update(BEGIN, release.sha256(), now(), actor.name()) > 0;
                        });
        if (begun) {
            background.execute(() -> run(release));
        }
    }

    /** Drops the copy that a node left when it died; at a start, and every hour or so. */
    public void dropForgotten() {
        tables.dropForgottenCopy();
    }

    /** What came of the last trial of a release. */
    public Optional<ModuleTrial> last(Release release) {
        return units
                .read(
                        DatabaseSpace.platform(),
                        unit -> unit.query(LAST, this::trial, release.sha256()))
                .stream()
                .findFirst();
    }

    private ModuleTrial trial(ResultSet row) throws SQLException {
        Instant began = row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        boolean ended = row.getObject(2, LocalDateTime.class) != null;
        Optional<String> failure = Optional.ofNullable(row.getString(6));
        State state;
        if (ended) {
            state = failure.isEmpty() ? State.DONE : State.FAILED;
        } else {
            state = clock.instant().isAfter(began.plus(LONGEST)) ? State.CUT : State.RUNNING;
        }
        return new ModuleTrial(
                state,
                began,
                Optional.ofNullable(row.getString(3)).map(Uai::new),
                row.getLong(4),
                Duration.ofMillis(row.getLong(5)),
                failure,
                Back.valueOf(row.getString(7)),
                Optional.ofNullable(row.getString(8)));
    }

    private void run(Release release) {
        Optional<Uai> fullest = Optional.empty();
        Outcome outcome = new Outcome();
        try {
            fullest = fullest(release.module());
            if (fullest.isPresent()) {
                tryOn(fullest.get(), release, outcome);
            } else if (!schemas.reached(release.module()).isEmpty()) {
                outcome.failure = HostReason.TOO_LARGE_TO_TRY.with(LARGEST_COPY >> 20);
            }
        } catch (PluginRefused e) {
            outcome.failure = e.reason();
        } catch (RuntimeException e) {
            LOG.error("{} can't be tried", release.file(), e);
            outcome.failure = String.valueOf(e.getMessage());
        }
        keep(release, fullest, outcome);
    }

    /** What is known so far. */
    private static final class Outcome {
        private long rows;
        private long millis;
        private @Nullable String failure;
        private Back back = Back.UNTRIED;
        private @Nullable String backFailure;
    }

    private Optional<Uai> fullest(String module) {
        Map<DatabaseSpace, Long> bytes =
                tables
                        .of(
                                schemas.reached(module).keySet().stream()
                                        .map(DatabaseSpace::of)
                                        .toList(),
                                module)
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        SpaceTables.Size::space,
                                        Collectors.summingLong(SpaceTables.Size::bytes)));
        Comparator<Map.Entry<DatabaseSpace, Long>> bySize = Map.Entry.comparingByValue();
        return bytes.entrySet().stream()
                .filter(entry -> entry.getValue() <= LARGEST_COPY)
                .max(bySize)
                .map(entry -> entry.getKey().uai());
    }

    private void tryOn(Uai uai, Release release, Outcome outcome) throws PluginRefused {
        MigrationScripts scripts = catalogue.scripts(release);
        MigrationScripts there = catalogue.scriptsOfTables(release);
        Optional<SpaceCopy> copied = tables.copy(DatabaseSpace.of(uai), release.module());
        if (copied.isEmpty()) {
            outcome.failure = HostReason.OTHER_TRIAL.with();
            return;
        }
        try (SpaceCopy copy = copied.get()) {
            outcome.rows = copy.rows();
            String reached = schemas.reached(release.module()).getOrDefault(uai, "");
            boolean back = schemas.isBeyond(uai, release.module(), scripts);
            long start = System.nanoTime();
            if (back) {
                provisioning.undo(copy.space(), release.module(), there, scripts.lastVersion());
            } else {
                provisioning.migrate(copy.space(), release.module(), scripts);
            }
            outcome.millis = (System.nanoTime() - start) / 1_000_000;
            if (!back && !scripts.after(reached).isEmpty()) {
                tryBack(copy, release.module(), scripts, reached, outcome);
            }
        } catch (MigrationRefused e) {
            outcome.failure = e.reason();
        }
    }

    /** Whether the way back is open too, should the release disappoint. */
    private void tryBack(
            SpaceCopy copy,
            String module,
            MigrationScripts scripts,
            String reached,
            Outcome outcome) {
        if (!scripts.notUndone(reached).isEmpty()) {
            outcome.back = Back.MISSING;
            return;
        }
        try {
            provisioning.undo(copy.space(), module, scripts, reached);
            outcome.back = Back.DONE;
        } catch (MigrationRefused e) {
            outcome.back = Back.FAILED;
            outcome.backFailure = e.reason();
        }
    }

    private void keep(Release release, Optional<Uai> uai, Outcome outcome) {
        units.write(
                DatabaseSpace.platform(),
                unit ->
                        unit.update(
                                END,
                                now(),
                                uai.map(Uai::value).orElse(null),
                                outcome.rows,
                                outcome.millis,
                                shortened(outcome.failure),
                                outcome.back.name(),
                                shortened(outcome.backFailure),
                                release.sha256()));
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= 2000 ? text : text.substring(0, 2000);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
