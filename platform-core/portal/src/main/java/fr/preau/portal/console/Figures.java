package fr.preau.portal.console;

import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.portal.pages.CollegeLine;
import fr.preau.portal.pages.CollegeState;
import fr.preau.portal.pages.CollegesPage;
import fr.preau.portal.pages.ImportLine;
import fr.preau.portal.pages.ImportState;
import fr.preau.portal.pages.Totals;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The head counts of all collèges, from what their last imports said. */
public final class Figures {

    private record Run(int pupils, int classes, int teachers, int guardians, ImportLine line) {

        static final Run NONE = new Run(0, 0, 0, 0, ImportLine.none());
    }

    private static final String RUNS =
            "SELECT uai, state, done, total, message, pupils, classes, teachers, guardians,"
                    + " COALESCE(finished_at, started_at) FROM import_run";

    private final UnitsOfWork units;
    private final Tenants tenants;

    public Figures(UnitsOfWork units, Tenants tenants) {
        this.units = units;
        this.tenants = tenants;
    }

    /** One line for each collège, in two statements or fewer. */
    public CollegesPage colleges() {
        Map<String, Run> runs =
                units.read(
                        DatabaseSpace.platform(),
                        unit -> {
                            try (PreparedStatement statement =
                                            unit.connection().prepareStatement(RUNS);
                                    ResultSet row = statement.executeQuery()) {
                                return read(row);
                            }
                        });
        List<CollegeLine> lines =
                tenants.all().stream()
                        .map(
                                tenant ->
                                        line(
                                                tenant,
                                                runs.getOrDefault(
                                                        tenant.college().uai().value(), Run.NONE)))
                        .toList();
        return new CollegesPage(lines, totals(lines));
    }

    public Totals totals() {
        return colleges().totals();
    }

    private static Map<String, Run> read(ResultSet row) throws SQLException {
        Map<String, Run> runs = new HashMap<>();
        while (row.next()) {
            @Nullable LocalDateTime at = row.getObject(10, LocalDateTime.class);
            String message = row.getString(5);
            runs.put(
                    row.getString(1),
                    new Run(
                            row.getInt(6),
                            row.getInt(7),
                            row.getInt(8),
                            row.getInt(9),
                            new ImportLine(
                                    ImportState.valueOf(row.getString(2)),
                                    row.getInt(3),
                                    row.getInt(4),
                                    message.isEmpty() ? null : message,
                                    at == null ? null : at.toInstant(ZoneOffset.UTC))));
        }
        return runs;
    }

    private static CollegeLine line(Tenant tenant, Run run) {
        return new CollegeLine(
                tenant.college().slug(),
                tenant.college().uai().value(),
                tenant.college().name(),
                tenant.college().commune(),
                state(tenant),
                run.pupils,
                run.classes,
                run.teachers,
                run.guardians,
                run.line);
    }

    static CollegeState state(Tenant tenant) {
        return tenant.state() == Tenant.State.ACTIVE ? CollegeState.ACTIVE : CollegeState.PREPARED;
    }

    private static Totals totals(List<CollegeLine> lines) {
        int active = (int) lines.stream().filter(l -> l.state() == CollegeState.ACTIVE).count();
        return new Totals(
                active,
                lines.size() - active,
                lines.stream().mapToInt(CollegeLine::pupils).sum(),
                lines.stream().mapToInt(CollegeLine::classes).sum(),
                lines.stream().mapToInt(CollegeLine::teachers).sum(),
                lines.stream().mapToInt(CollegeLine::guardians).sum(),
                count(lines, ImportState.DONE),
                count(lines, ImportState.REFUSED));
    }

    private static int count(List<CollegeLine> lines, ImportState state) {
        return (int) lines.stream().filter(l -> l.imported().state() == state).count();
    }
}
