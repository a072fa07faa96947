package fr.preau.portal.console;

import fr.preau.api.school.Uai;
import fr.preau.core.imports.ImportRun;
import fr.preau.core.imports.ImportRuns;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The head counts of all collèges, from what their last imports said. */
public final class Figures {

    /** After an import the next one may take so long to begin. */
    private static final Duration A_MOMENT = Duration.ofSeconds(15);

    private static final ImportRun.Counts NOBODY = new ImportRun.Counts(0, 0, 0, 0, 0);

    private final UnitsOfWork units;
    private final Tenants tenants;
    private final Clock clock;

    public Figures(UnitsOfWork units, Tenants tenants, Clock clock) {
        this.units = units;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The heads of each collège that had an import, in one statement. */
    public Map<Uai, ImportRun.Counts> counts() {
        return runs().values().stream()
                .collect(Collectors.toMap(ImportRun::uai, ImportRun::counts));
    }

    private Map<Uai, ImportRun> runs() {
        return units
                .read(
                        DatabaseSpace.platform(),
                        unit -> new ImportRuns(unit.connection(), clock).all())
                .stream()
                .collect(Collectors.toMap(ImportRun::uai, Function.identity()));
    }

    /** One line for each collège, in one statement. */
    public CollegesPage colleges() {
        Map<Uai, ImportRun> runs = runs();
        List<CollegeLine> lines =
                tenants.all().stream()
                        .map(
                                tenant ->
                                        line(
                                                tenant,
                                                Optional.ofNullable(
                                                        runs.get(tenant.college().uai()))))
                        .toList();
        Instant aMomentAgo = clock.instant().minus(A_MOMENT);
        return new CollegesPage(
                lines,
                totals(lines),
                lines.stream().anyMatch(line -> importing(line.imported(), aMomentAgo)));
    }

    public Totals totals() {
        return colleges().totals();
    }

    private static boolean importing(ImportLine line, Instant aMomentAgo) {
        Instant at = line.at();
        return line.underWay() || (at != null && at.isAfter(aMomentAgo));
    }

    private static CollegeLine line(Tenant tenant, Optional<ImportRun> run) {
        ImportRun.Counts counts = run.map(ImportRun::counts).orElse(NOBODY);
        return new CollegeLine(
                tenant.college().slug(),
                tenant.college().uai().value(),
                tenant.college().name(),
                tenant.college().commune(),
                state(tenant),
                counts.pupils(),
                counts.classes(),
                counts.teachers(),
                counts.guardians(),
                run.map(Figures::importLine).orElse(ImportLine.none()));
    }

    private static ImportLine importLine(ImportRun run) {
        return new ImportLine(
                ImportState.valueOf(run.state().name()),
                run.done(),
                run.total(),
                run.message().isEmpty() ? null : run.message(),
                run.finishedAt().or(run::startedAt).orElse(null));
    }

    static CollegeState state(Tenant tenant) {
        return tenant.state() == Tenant.State.PREPARED
                ? CollegeState.PREPARED
                : CollegeState.ACTIVE;
    }

    private static Totals totals(List<CollegeLine> lines) {
        int active = (int) lines.stream().filter(Figures::isActive).count();
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

    private static boolean isActive(CollegeLine line) {
        return line.state() == CollegeState.ACTIVE;
    }

    private static int count(List<CollegeLine> lines, ImportState state) {
        return (int)
                lines.stream()
                        .filter(Figures::isActive)
                        .filter(line -> line.imported().state() == state)
                        .count();
    }
}
