package fr.preau.core.data;

import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.files.FileStores;
import fr.preau.core.modules.ModuleSchemas;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.SpaceTables;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases what a module keeps at a collège where it is off: after an export, after a delay in which
 * it can be taken back, once for all nodes, each step with its entry in the journal.
 */
public final class ModuleErasures {

    /** How the journal calls an export. */
    public static final String EXPORTED = "module-data-exported";

    /** How the journal calls the export of all modules of a collège. */
    public static final String ARCHIVED = "college-archived";

    /** How the journal calls asking for the erasure. */
    public static final String ASKED = "module-erasure-asked";

    /** How the journal calls taking it back. */
    public static final String TAKEN_BACK = "module-erasure-taken-back";

    /** How the journal calls the erasure itself. */
    public static final String ERASED = "module-data-erased";

    private static final Logger LOG = LoggerFactory.getLogger(ModuleErasures.class);

    private static final String COLUMNS =
            "SELECT uai, module, exported_at, exported_by, asked_at, asked_by, due_at, done_at"
                    + " FROM module_erasure";

    /** An export after an erasure begins anew. */
    private static final String EXPORT =
            "INSERT INTO module_erasure (uai, module, exported_at, exported_by)"
                    + " VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
                    + " asked_at = IF(done_at IS NULL, asked_at, NULL),"
                    + " asked_by = IF(done_at IS NULL, asked_by, NULL),"
                    + " due_at = IF(done_at IS NULL, due_at, NULL), done_at = NULL,"
                    + " exported_at = VALUES(exported_at), exported_by = VALUES(exported_by)";

    private static final String WITHDRAW =
            "UPDATE module_erasure SET asked_at = NULL, asked_by = NULL, due_at = NULL"
                    + " WHERE uai = ? AND module = ? AND asked_at IS NOT NULL AND done_at IS NULL";

    /** What the platform knows of a module at a collège, besides its switch and the journal. */
    private static final List<String> OF_THE_PLATFORM =
            List.of("module_schema", "module_setting", "module_job", "module_quarantine");

    /** What other modules told it, and it has not handled; what it has told people. */
    private static final List<String> OF_THE_COLLEGE =
            List.of(
                    "core_event_delivery",
                    "core_event_set_aside",
                    "core_event_listener",
                    "core_notice");

    private final UnitsOfWork units;
    private final SpaceTables tables;
    private final FileStores files;
    private final ModuleSchemas schemas;
    private final AuditLog audit;
    private final Clock clock;
    private final Duration delay;

    /**
     * @param delay between asking and doing
     */
    public ModuleErasures(
            UnitsOfWork units,
            SpaceTables tables,
            FileStores files,
            ModuleSchemas schemas,
            AuditLog audit,
            Clock clock,
            Duration delay) {
        this.units = units;
        this.tables = tables;
        this.files = files;
        this.schemas = schemas;
        this.audit = audit;
        this.clock = clock;
        this.delay = delay;
    }

    /** Between asking and doing. */
    public Duration delay() {
        return delay;
    }

    /** What becomes of a module's data, collège by collège. */
    public List<ModuleErasure> of(String module) {
        return units.read(
                DatabaseSpace.platform(),
                unit ->
                        unit.query(
                                COLUMNS + " WHERE module = ? ORDER BY uai",
                                ModuleErasures::erasure,
                                module));
    }

    public Optional<ModuleErasure> find(Uai uai, String module) {
        return units.read(DatabaseSpace.platform(), unit -> find(unit, uai, module, ""));
    }

    private static Optional<ModuleErasure> find(
            UnitOfWork unit, Uai uai, String module, String lock) throws SQLException {
        return unit
                .query(
                        COLUMNS + " WHERE uai = ? AND module = ?" + lock,
                        ModuleErasures::erasure,
                        uai.value(),
                        module)
                .stream()
                .findFirst();
    }

    private static ModuleErasure erasure(ResultSet row) throws SQLException {
        return new ModuleErasure(
                new Uai(row.getString(1)),
                row.getString(2),
                row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString(4),
                instant(row.getObject(5, LocalDateTime.class)),
                Optional.ofNullable(row.getString(6)),
                instant(row.getObject(7, LocalDateTime.class)),
                instant(row.getObject(8, LocalDateTime.class)));
    }

    private static Optional<Instant> instant(@Nullable LocalDateTime utc) {
        return Optional.ofNullable(utc).map(time -> time.toInstant(ZoneOffset.UTC));
    }

    /**
     * Exports what there is, and says so once that is done.
     *
     * @param export does it; what is changed from its beginning on counts as not exported
     */
    public <T> T exporting(Actor actor, Uai uai, String module, Supplier<T> export) {
        LocalDateTime begun = now();
        T exported = export.get();
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    unit.update(EXPORT, uai.value(), module, begun, actor.name());
                    audit.write(unit, actor, EXPORTED, module, uai.value(), "");
                    return true;
                });
        return exported;
    }

    /** Says that somebody has exported what all modules keep at a collège. */
    public void archived(Actor actor, Uai uai) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    audit.write(unit, actor, ARCHIVED, "", uai.value(), "");
                    return true;
                });
    }

    /** Why an erasure can't be asked for. */
    public enum Obstacle {
        /** The module is switched on there. */
        ON,
        /** Nothing was exported since it was switched off. */
        NOT_EXPORTED
    }

    /**
     * Asks for the erasure, which is due after the delay; asked again, nothing changes.
     *
     * @return what stands in the way; then nothing was done
     */
    public Optional<Obstacle> ask(Actor actor, Uai uai, String module) {
        return units.write(
                DatabaseSpace.platform(),
                unit -> {
                    Optional<Obstacle> obstacle = obstacle(unit, uai, module);
                    if (obstacle.isEmpty()) {
                        LocalDateTime due = now().plus(delay);
                        int asked =
                                unit.update(
                                        "UPDATE module_erasure SET asked_at = ?, asked_by = ?,"
                                                + " due_at = ? WHERE uai = ? AND module = ?"
                                                + " AND asked_at IS NULL",
                                        now(),
                                        actor.name(),
                                        due,
                                        uai.value(),
                                        module);
                        if (asked > 0) {
                            String when = due.toLocalDate().toString();
                            audit.write(unit, actor, ASKED, module, uai.value(), when);
                        }
                    }
                    return obstacle;
                });
    }

    /** The row of the switch stays locked: nobody switches the module on meanwhile. */
    private static Optional<Obstacle> obstacle(UnitOfWork unit, Uai uai, String module)
            throws SQLException {
        record Switch(boolean on, LocalDateTime since) {}
        Optional<Switch> state =
                unit
                        .query(
                                "SELECT enabled, since FROM module_state"
                                        + " WHERE uai = ? AND module = ? FOR UPDATE",
                                row ->
                                        new Switch(
                                                row.getBoolean(1),
                                                row.getObject(2, LocalDateTime.class)),
                                uai.value(),
                                module)
                        .stream()
                        .findFirst();
        if (state.filter(Switch::on).isPresent()) {
            return Optional.of(Obstacle.ON);
        }
        boolean exported =
                find(unit, uai, module, " FOR UPDATE")
                        .filter(erasure -> erasure.done().isEmpty())
                        .map(erasure -> LocalDateTime.ofInstant(erasure.exported(), ZoneOffset.UTC))
                        .filter(at -> state.isEmpty() || !at.isBefore(state.get().since()))
                        .isPresent();
        return exported ? Optional.empty() : Optional.of(Obstacle.NOT_EXPORTED);
    }

    /** Takes an erasure back that is not done yet. */
    public void takeBack(Actor actor, Uai uai, String module) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    withdraw(unit, actor, uai, module);
                    return true;
                });
    }

    private void withdraw(UnitOfWork unit, Actor actor, Uai uai, String module)
            throws SQLException {
        if (unit.update(WITHDRAW, uai.value(), module) > 0) {
            audit.write(unit, actor, TAKEN_BACK, module, uai.value(), "");
        }
    }

    /**
     * Does what is due, and takes back what was asked for a module that was switched on since; to
     * be repeated, by one node at a time.
     */
    public void look() {
        for (ModuleErasure pending : pending()) {
            try {
                if (eraseIfDue(pending.uai(), pending.module())) {
                    LOG.info("erased what {} kept at {}", pending.module(), pending.uai());
                    schemas.refresh();
                }
            } catch (RuntimeException e) {
                LOG.error(
                        "what {} keeps at {} is erased later", pending.module(), pending.uai(), e);
            }
        }
    }

    private List<ModuleErasure> pending() {
        return units.read(
                DatabaseSpace.platform(),
                unit ->
                        unit.query(
                                COLUMNS + " WHERE asked_at IS NOT NULL AND done_at IS NULL",
                                ModuleErasures::erasure));
    }

    private boolean eraseIfDue(Uai uai, String module) {
        return units.write(
                DatabaseSpace.platform(),
                unit -> {
                    if (obstacle(unit, uai, module).isPresent()) {
                        withdraw(unit, Actor.system(), uai, module);
                        return false;
                    }
                    boolean due =
                            find(unit, uai, module, "")
                                    .filter(ModuleErasure::isPending)
                                    .flatMap(ModuleErasure::due)
                                    .filter(at -> !at.isAfter(clock.instant()))
                                    .isPresent();
                    if (due) {
                        erase(unit, uai, module);
                    }
                    return due;
                });
    }

    /**
     * Cut short, it begins again: what is gone is not missed. The tables go last at the collège, so
     * that no file is left that nothing names.
     */
    private void erase(UnitOfWork platform, Uai uai, String module) throws SQLException {
        long filesErased =
                units.writeApart(
                        DatabaseSpace.of(uai),
                        unit -> {
                            for (String table : OF_THE_COLLEGE) {
                                unit.update("DELETE FROM " + table + " WHERE module = ?", module);
                            }
                            return files.erase(module);
                        });
        int dropped = tables.drop(DatabaseSpace.of(uai), module);
        for (String table : OF_THE_PLATFORM) {
            platform.update(
                    "DELETE FROM " + table + " WHERE uai = ? AND module = ?", uai.value(), module);
        }
        platform.update(
                "UPDATE module_erasure SET done_at = ? WHERE uai = ? AND module = ?",
                now(),
                uai.value(),
                module);
        audit.write(
                platform,
                Actor.system(),
                ERASED,
                module,
                uai.value(),
                "tables\u00a0: " + dropped + ", fichiers\u00a0: " + filesErased);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
