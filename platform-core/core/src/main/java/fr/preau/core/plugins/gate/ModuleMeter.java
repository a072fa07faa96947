package fr.preau.core.plugins.gate;

import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** What each module costs at each collège: counted here, kept by the hour. */
public final class ModuleMeter {

    private static final String ADD =
            "INSERT INTO module_usage (hour, uai, module, calls, errors, late, micros, statements,"
                    + " bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
                    + " calls = calls + VALUES(calls), errors = errors + VALUES(errors),"
                    + " late = late + VALUES(late), micros = micros + VALUES(micros),"
                    + " statements = statements + VALUES(statements),"
                    + " bytes = bytes + VALUES(bytes)";

    private record Key(LocalDateTime hour, Uai uai, String module) {}

    /** In one order on all nodes, so that none holds a row that another waits for. */
    private static final Comparator<Key> IN_ORDER =
            Comparator.comparing(Key::hour)
                    .thenComparing(Key::module)
                    .thenComparing(key -> key.uai.value());

    private static final class Cost {
        private long calls;
        private long errors;
        private long late;
        private long nanos;
        private long statements;
        private long bytes;

        void add(Cost other) {
            calls += other.calls;
            errors += other.errors;
            late += other.late;
            nanos += other.nanos;
            statements += other.statements;
            bytes += other.bytes;
        }
    }

    private final UnitsOfWork units;
    private final Clock clock;
    private Map<Key, Cost> costs = new TreeMap<>(IN_ORDER);

    public ModuleMeter(UnitsOfWork units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    synchronized void count(
            Uai uai,
            String module,
            boolean failed,
            boolean late,
            long nanos,
            int statements,
            long bytes) {
        LocalDateTime hour =
                LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.HOURS);
        Cost cost = costs.computeIfAbsent(new Key(hour, uai, module), key -> new Cost());
        cost.calls++;
        cost.errors += failed ? 1 : 0;
        cost.late += late ? 1 : 0;
        cost.nanos += nanos;
        cost.statements += statements;
        cost.bytes += bytes;
    }

    private synchronized Map<Key, Cost> take() {
        Map<Key, Cost> taken = costs;
        costs = new TreeMap<>(IN_ORDER);
        return taken;
    }

    /** Writes what was counted since the last time; to be repeated every ten seconds or so. */
    public void keep() {
        Map<Key, Cost> taken = take();
        if (taken.isEmpty()) {
            return;
        }
        try {
            write(taken);
        } catch (RuntimeException e) {
            putBack(taken);
            throw e;
        }
    }

    private synchronized void putBack(Map<Key, Cost> taken) {
        taken.forEach((key, cost) -> costs.computeIfAbsent(key, k -> new Cost()).add(cost));
    }

    private void write(Map<Key, Cost> taken) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    for (Map.Entry<Key, Cost> entry : taken.entrySet()) {
                        Cost cost = entry.getValue();
                        unit.update(
                                ADD,
                                entry.getKey().hour,
                                entry.getKey().uai.value(),
                                entry.getKey().module,
                                cost.calls,
                                cost.errors,
                                cost.late,
                                cost.nanos / 1000,
                                cost.statements,
                                cost.bytes);
                    }
                    return taken.size();
                });
    }

    /** Forgets what is older than thirteen months: a school year can be compared with the last. */
    public void forgetOld() {
        units.write(
                DatabaseSpace.platform(),
                unit ->
                        unit.update(
                                "DELETE FROM module_usage WHERE hour < ?",
                                LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).minusMonths(13)));
    }
}
