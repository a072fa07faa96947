package fr.preau.core.events;

import fr.preau.api.school.Uai;
import fr.preau.core.contracts.ModuleWords;
import fr.preau.core.contracts.OpenModules;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps in each collège who hears what.
 *
 * <p>A module hears the facts that are published after it was switched on. Switched off, it keeps
 * its place for {@link EventCleaning#KEPT_WHILE_OFF}: what it missed is delivered when it is on
 * again. After that it starts anew.
 */
public final class Subscriptions {

    /** A module that hears a fact; off while it is switched off and keeps its place. */
    private record Row(String name, String module, boolean off) {}

    /**
     * How a collège was left.
     *
     * @param heard what the modules that answer listen to, by module
     * @param kept the same, and what they listen to in the release that should run
     * @param placed the modules that have a place
     * @param off those of them that are switched off
     */
    private record Known(
            Map<String, Set<String>> heard,
            Map<String, Set<String>> kept,
            Set<String> placed,
            Set<String> off) {}

    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);

    private static final String ALL =
            "SELECT name, module, off_since IS NOT NULL FROM core_event_listener";

    private static final String HEAR =
            "INSERT INTO core_event_listener (name, module, since) VALUES (?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE off_since = NULL";

    private static final String SWITCHED_OFF =
            "UPDATE core_event_listener SET off_since = ? WHERE name = ? AND module = ?"
                    + " AND off_since IS NULL";

    private static final String FORGET =
            "DELETE FROM core_event_listener WHERE name = ? AND module = ?";

    private final UnitsOfWork units;
    private final OpenModules modules;
    private final Function<String, Set<String>> desired;
    private final Clock clock;
    private final Consumer<Uai> wake;

    /** What was written last, by collège. */
    private final Map<Uai, Known> known = new ConcurrentHashMap<>();

    /**
     * @param desired what a module listens to in the release that should run: a node that still has
     *     an older one unsubscribes nobody from it
     * @param wake told of a collège where a module hears again what it may have missed
     */
    public Subscriptions(
            UnitsOfWork units,
            OpenModules modules,
            Function<String, Set<String>> desired,
            Clock clock,
            Consumer<Uai> wake) {
        this.units = units;
        this.modules = modules;
        this.desired = desired;
        this.clock = clock;
        this.wake = wake;
    }

    /** Brings all collèges up to date; without a change this asks the database nothing. */
    public synchronized void refresh() {
        Map<String, Set<String>> wanted = new HashMap<>();
        for (Uai college : modules.colleges()) {
            try {
                refresh(college, wanted);
            } catch (RuntimeException e) {
                LOG.warn("who hears what at {} could not be noted", college, e);
            }
        }
    }

    private void refresh(Uai college, Map<String, Set<String>> wanted) {
        Map<String, Set<String>> heard =
                modules.at(college).stream()
                        .collect(Collectors.toMap(ModuleWords::id, ModuleWords::listens));
        Map<String, Set<String>> kept = new HashMap<>();
        heard.forEach(
                (module, facts) ->
                        kept.put(module, both(facts, wanted.computeIfAbsent(module, desired))));
        Known before = known.get(college);
        if (before != null
                && before.heard.equals(heard)
                && before.kept.equals(kept)
                && before.off.equals(switchedOff(college, before.placed))) {
            return;
        }
        Known now =
                units.write(
                        DatabaseSpace.of(college),
                        unit -> bringUp(unit.connection(), college, heard, kept));
        known.put(college, now);
        wake.accept(college);
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private Set<String> switchedOff(Uai college, Set<String> placed) {
        return placed.stream()
                .filter(module -> !modules.isOn(college, module))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Known bringUp(
            Connection connection,
            Uai college,
            Map<String, Set<String>> heard,
            Map<String, Set<String>> kept)
            throws SQLException {
        LocalDateTime now = Inbox.utc(clock.instant());
        List<Row> rows = rows(connection);
        Set<String> placed = new HashSet<>(heard.keySet());
        rows.forEach(row -> placed.add(row.module));
        Set<String> off = switchedOff(college, placed);
        for (Row row : rows) {
            Set<String> facts = kept.get(row.module);
            if (facts != null && !facts.contains(row.name)) {
                change(connection, FORGET, row.name, row.module);
            } else if (off.contains(row.module) && !row.off) {
                change(connection, SWITCHED_OFF, now, row.name, row.module);
            }
        }
        for (Map.Entry<String, Set<String>> module : heard.entrySet()) {
            for (String name : module.getValue()) {
                if (!rows.contains(new Row(name, module.getKey(), false))) {
                    change(connection, HEAR, name, module.getKey(), now);
                }
            }
        }
        return new Known(heard, kept, placed, off);
    }

    private static List<Row> rows(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(new Row(row.getString(1), row.getString(2), row.getBoolean(3)));
            }
        }
        return rows;
    }

    private static void change(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
