package fr.preau.core.releases;

import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What the nodes say they run. */
public final class NodeReports {

    private static final String ALL =
            "SELECT node, module, sha256, failure, at FROM module_on_node";

    private final UnitsOfWork units;

    public NodeReports(UnitsOfWork units) {
        this.units = units;
    }

    /** Of all modules. */
    public List<NodeReport> all() {
        return units.read(
                DatabaseSpace.platform(),
                unit -> unit.query(ALL + " ORDER BY module, node", NodeReports::report));
    }

    /** Of one module, node by node. */
    public List<NodeReport> of(String module) {
        return units.read(
                DatabaseSpace.platform(),
                unit ->
                        unit.query(
                                ALL + " WHERE module = ? ORDER BY node",
                                NodeReports::report,
                                module));
    }

    private static NodeReport report(ResultSet row) throws SQLException {
        return new NodeReport(
                row.getString(1),
                row.getString(2),
                Optional.ofNullable(row.getString(3)),
                Optional.ofNullable(row.getString(4)),
                row.getObject(5, LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }
}
