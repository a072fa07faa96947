package fr.preau.core.releases;

import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the nodes that are there say they run. */
public final class NodeReports {

    private static final String ALL =
            "SELECT node, module, sha256, beside, failure, at FROM module_on_node WHERE at > ?";

    /** Who has said nothing for so long is away; nodes say every 30 seconds that they are there. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final UnitsOfWork units;
    private final Clock clock;

    public NodeReports(UnitsOfWork units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    /** Of all modules. */
    public List<NodeReport> all() {
        return units.read(
                DatabaseSpace.platform(),
                unit -> unit.query(ALL + " ORDER BY module, node", NodeReports::report, lately()));
    }

    /** Of one module, node by node. */
    public List<NodeReport> of(String module) {
        return units.read(
                DatabaseSpace.platform(),
                unit ->
                        unit.query(
                                ALL + " AND module = ? ORDER BY node",
                                NodeReports::report,
                                lately(),
                                module));
    }

    /**
     * The nodes that are there and where another release of the module may still write to its
     * tables.
     */
    public List<String> nodesWithOtherThan(String module, String sha256) {
        return of(module).stream()
                .filter(report -> !report.hasNothingBut(sha256))
                .map(NodeReport::node)
                .toList();
    }

    private static Set<String> separated(String releases) {
        return releases.isEmpty() ? Set.of() : Set.of(releases.split(","));
    }

    private LocalDateTime lately() {
        return LocalDateTime.ofInstant(clock.instant().minus(SILENCE), ZoneOffset.UTC);
    }

    private static NodeReport report(ResultSet row) throws SQLException {
        return new NodeReport(
                row.getString(1),
                row.getString(2),
                Optional.ofNullable(row.getString(3)),
                separated(row.getString(4)),
                Optional.ofNullable(row.getString(5)),
                row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }
}
