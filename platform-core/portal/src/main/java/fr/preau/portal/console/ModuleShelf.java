package fr.preau.portal.console;

import fr.preau.core.releases.DesiredModule;
import fr.preau.core.releases.ModuleCatalogue;
import fr.preau.core.releases.ModuleIntake;
import fr.preau.core.releases.NodeReport;
import fr.preau.core.releases.NodeReports;
import fr.preau.core.releases.Release;
import fr.preau.portal.pages.CatalogueLine;
import fr.preau.portal.pages.CataloguePage;
import fr.preau.portal.pages.ModuleState;
import fr.preau.portal.pages.RefusedJar;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All modules that were ever brought, a line for each; read in two statements. */
public final class ModuleShelf {

    private final ModuleCatalogue catalogue;
    private final NodeReports reports;
    private final ModuleIntake intake;
    private final ModuleMatrix matrix;
    private final boolean open;

    /**
     * @param open whether this installation runs whatever it is given
     */
    public ModuleShelf(
            ModuleCatalogue catalogue,
            NodeReports reports,
            ModuleIntake intake,
            ModuleMatrix matrix,
            boolean open) {
        this.catalogue = catalogue;
        this.reports = reports;
        this.intake = intake;
        this.matrix = matrix;
        this.open = open;
    }

    boolean isOpen() {
        return open;
    }

    CataloguePage page() {
        Map<String, List<Release>> releases = catalogue.allReleases();
        Map<String, List<NodeReport>> said =
                reports.all().stream().collect(Collectors.groupingBy(NodeReport::module));
        List<CatalogueLine> lines =
                known(releases).stream()
                        .map(
                                module ->
                                        line(
                                                module,
                                                releases.getOrDefault(module.module(), List.of()),
                                                said.getOrDefault(module.module(), List.of())))
                        .sorted(Comparator.comparing(CatalogueLine::title))
                        .toList();
        return new CataloguePage(open, matrix.active().size(), lines, refused(releases));
    }

    /** All modules that were ever brought, whether or not something of them should run. */
    private Collection<DesiredModule> known(Map<String, List<Release>> releases) {
        Map<String, DesiredModule> known = new HashMap<>();
        releases.forEach(
                (module, brought) -> known.put(module, DesiredModule.nothing(brought.get(0))));
        catalogue.modules().forEach(module -> known.put(module.module(), module));
        return known.values();
    }

    /**
     * @param releases of this module, the newest first
     * @param said what the nodes say of it
     */
    CatalogueLine line(DesiredModule module, List<Release> releases, List<NodeReport> said) {
        Optional<Release> wanted = wanted(module, releases);
        Optional<Release> described = wanted.or(() -> releases.stream().findFirst());
        Optional<Release> running = running(wanted, releases, said);
        return new CatalogueLine(
                module.module(),
                described.map(release -> release.manifest().title()).orElse(module.module()),
                described.map(release -> release.manifest().publisher().name()).orElse(""),
                state(module, wanted, said),
                said.stream().flatMap(report -> report.failure().stream()).findFirst().orElse(null),
                running.map(Release::version).orElse(null),
                releases.stream()
                        .findFirst()
                        .filter(newest -> module.neverWanted() || module.release().isPresent())
                        .filter(newest -> running.map(now -> now.isOlderThan(newest)).orElse(true))
                        .map(Release::version)
                        .orElse(null),
                matrix.countOn(module.module()));
    }

    /** The release that should run, if it does anywhere; else one that does. */
    private static Optional<Release> running(
            Optional<Release> wanted, List<Release> releases, List<NodeReport> said) {
        return Stream.concat(wanted.stream(), releases.stream())
                .filter(release -> said.stream().anyMatch(report -> report.runs(release)))
                .findFirst();
    }

    /** The release that should run. */
    static Optional<Release> wanted(DesiredModule module, List<Release> releases) {
        return releases.stream()
                .filter(release -> module.release().filter(release::is).isPresent())
                .findFirst();
    }

    private static ModuleState state(
            DesiredModule module, Optional<Release> wanted, List<NodeReport> said) {
        if (module.neverWanted()) {
            return ModuleState.BROUGHT;
        }
        if (module.release().isEmpty()) {
            return ModuleState.REMOVED;
        }
        if (wanted.filter(release -> !module.covers(release)).isPresent()) {
            return ModuleState.WAITING;
        }
        if (said.stream().anyMatch(report -> report.failure().isPresent())) {
            return ModuleState.FAILED;
        }
        boolean runs = said.stream().anyMatch(report -> report.release().equals(module.release()));
        return runs ? ModuleState.RUNNING : ModuleState.STARTING;
    }

    /** The jars of the folder that did not even become a release. */
    private List<RefusedJar> refused(Map<String, List<Release>> releases) {
        return intake.refused().stream()
                .filter(jar -> !isRelease(jar, releases))
                .map(jar -> new RefusedJar(jar.file(), jar.reason()))
                .toList();
    }

    private static boolean isRelease(
            fr.preau.core.releases.RefusedJar jar, Map<String, List<Release>> releases) {
        return jar.module().map(releases::get).stream()
                .flatMap(List::stream)
                .anyMatch(release -> jar.version().filter(release.version()::equals).isPresent());
    }
}
