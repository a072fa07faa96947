package fr.preau.portal.console;

import fr.preau.api.plugin.Permission;
import fr.preau.api.route.Refusal;
import fr.preau.core.plugins.manifest.AskedPermission;
import fr.preau.core.plugins.manifest.Publisher;
import fr.preau.core.releases.DesiredModule;
import fr.preau.core.releases.Grant;
import fr.preau.core.releases.ModuleCatalogue;
import fr.preau.core.releases.NodeReport;
import fr.preau.core.releases.NodeReports;
import fr.preau.core.releases.Release;
import fr.preau.core.settings.ModuleOffers;
import fr.preau.portal.pages.CatalogueModulePage;
import fr.preau.portal.pages.ModulePublisher;
import fr.preau.portal.pages.NodeLine;
import fr.preau.portal.pages.PermissionLine;
import fr.preau.portal.pages.ReleaseLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that is known of one module; read in three statements. */
public final class ModuleSheet {

    private final ModuleCatalogue catalogue;
    private final NodeReports reports;
    private final ModuleShelf shelf;
    private final ModuleMatrix matrix;
    private final CollegeTables tables;
    private final ModuleOffers offers;

    public ModuleSheet(
            ModuleCatalogue catalogue,
            NodeReports reports,
            ModuleShelf shelf,
            ModuleMatrix matrix,
            CollegeTables tables,
            ModuleOffers offers) {
        this.catalogue = catalogue;
        this.reports = reports;
        this.shelf = shelf;
        this.matrix = matrix;
        this.tables = tables;
        this.offers = offers;
    }

    CatalogueModulePage page(String id) {
        List<Release> releases = catalogue.releases(id);
        DesiredModule module =
                catalogue
                        .find(id)
                        .or(() -> releases.stream().findFirst().map(DesiredModule::nothing))
                        .orElseThrow(Refusal::notFound);
        List<NodeReport> said = reports.of(id);
        Release described =
                ModuleShelf.wanted(module, releases)
                        .or(() -> releases.stream().findFirst())
                        .orElseThrow(Refusal::notFound);
        return new CatalogueModulePage(
                shelf.line(module, releases, said),
                shelf.isOpen(),
                matrix.active().size(),
                module.since(),
                module.changedBy(),
                described.manifest().description(),
                publisher(described.manifest().publisher()),
                described.manifest().licence(),
                described.manifest().college().profiles().stream().sorted().toList(),
                permissions(described),
                releases.stream().map(release -> line(release, module)).toList(),
                before(module, releases),
                offers.isLeftToColleges(id),
                tables.progress(id).orElse(null),
                said.stream().map(report -> node(report, releases)).toList());
    }

    private static ModulePublisher publisher(Publisher publisher) {
        return new ModulePublisher(
                publisher.name(),
                publisher.website().orElse(null),
                publisher.contact().orElse(null));
    }

    private List<PermissionLine> permissions(Release release) {
        Map<Permission, Grant> grants =
                catalogue.grants(release.module()).stream()
                        .collect(Collectors.toMap(Grant::permission, Function.identity()));
        return release.manifest().permissions().stream()
                .map(asked -> permission(asked, grants.get(asked.permission())))
                .toList();
    }

    private static PermissionLine permission(AskedPermission asked, @Nullable Grant grant) {
        boolean granted = grant != null && grant.hosts().containsAll(asked.hosts());
        return new PermissionLine(
                asked.permission(),
                asked.reason(),
                asked.hosts(),
                grant == null || !granted ? null : grant.since(),
                grant == null || !granted ? null : grant.by());
    }

    private static ReleaseLine line(Release release, DesiredModule module) {
        return new ReleaseLine(
                release.sha256(),
                release.version(),
                release.file(),
                release.size(),
                release.standing(),
                release.signer().orElse(null),
                release.addedAt(),
                release.addedBy(),
                module.release().filter(release::is).isPresent());
    }

    private static @Nullable ReleaseLine before(DesiredModule module, List<Release> releases) {
        return releases.stream()
                .filter(release -> module.previous().filter(release::is).isPresent())
                .filter(release -> !module.release().filter(release::is).isPresent())
                .map(release -> line(release, module))
                .findFirst()
                .orElse(null);
    }

    private static NodeLine node(NodeReport report, List<Release> releases) {
        Optional<String> version =
                releases.stream()
                        .filter(release -> report.release().filter(release::is).isPresent())
                        .map(Release::version)
                        .findFirst();
        return new NodeLine(
                report.node(),
                version.or(report::release).orElse(null),
                report.failure().orElse(null),
                report.at());
    }
}
