package fr.preau.portal.console;

import fr.preau.api.route.Refusal;
import fr.preau.core.releases.DesiredModule;
import fr.preau.core.releases.LostService;
import fr.preau.core.releases.ModuleCatalogue;
import fr.preau.core.releases.Release;
import fr.preau.portal.pages.LosingModule;
import fr.preau.portal.pages.ModuleRemovalPage;
import java.util.List;
import java.util.Optional;

/** What would change if a module were removed or another release of it ran, for the console. */
public final class ReleasePlans {

    private final ModuleCatalogue catalogue;
    private final ModuleMatrix matrix;

    public ReleasePlans(ModuleCatalogue catalogue, ModuleMatrix matrix) {
        this.catalogue = catalogue;
        this.matrix = matrix;
    }

    ModuleRemovalPage removal(String id) {
        DesiredModule module = catalogue.find(id).orElseThrow(Refusal::notFound);
        List<Release> releases = catalogue.releases(id);
        Optional<Release> running =
                releases.stream()
                        .filter(release -> module.release().filter(release::is).isPresent())
                        .findFirst();
        return new ModuleRemovalPage(
                id,
                running.or(() -> releases.stream().findFirst())
                        .map(release -> release.manifest().title())
                        .orElse(id),
                module.release().orElse(null),
                running.map(Release::version).orElse(null),
                matrix.countOn(id),
                losing(catalogue.losingWithout(id)));
    }

    static List<LosingModule> losing(List<LostService> lost) {
        return lost.stream()
                .map(
                        one ->
                                new LosingModule(
                                        one.user(), one.title(), one.service(), one.required()))
                .toList();
    }
}
