package fr.preau.portal.console;

import fr.preau.api.plugin.Permission;
import fr.preau.api.route.Refusal;
import fr.preau.core.modules.ModuleSwitchboard;
import fr.preau.core.plugins.manifest.AskedPermission;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.releases.DesiredModule;
import fr.preau.core.releases.LostService;
import fr.preau.core.releases.ModuleCatalogue;
import fr.preau.core.releases.ModuleTrial;
import fr.preau.core.releases.ModuleTrials;
import fr.preau.core.releases.Rehearsal;
import fr.preau.core.releases.Release;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.pages.LosingModule;
import fr.preau.portal.pages.ModuleRemovalPage;
import fr.preau.portal.pages.PermissionLine;
import fr.preau.portal.pages.RehearsalPage;
import fr.preau.portal.pages.ReleaseStep;
import fr.preau.portal.pages.TrialLine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What would change if a module were removed or another release of it ran, for the console. */
public final class ReleasePlans {

    private final ModuleCatalogue catalogue;
    private final ModuleTrials trials;
    private final ModuleMatrix matrix;
    private final Tenants tenants;

    public ReleasePlans(
            ModuleCatalogue catalogue, ModuleTrials trials, ModuleMatrix matrix, Tenants tenants) {
        this.catalogue = catalogue;
        this.trials = trials;
        this.matrix = matrix;
        this.tenants = tenants;
    }

    ModuleRemovalPage removal(String id) {
        DesiredModule module = catalogue.find(id).orElseThrow(Refusal::notFound);
        List<Release> releases = catalogue.releases(id);
        Optional<Release> wanted = ModuleShelf.wanted(module, releases);
        return new ModuleRemovalPage(
                id,
                wanted.or(() -> releases.stream().findFirst())
                        .map(release -> release.manifest().title())
                        .orElse(id),
                module.release().orElse(null),
                wanted.map(Release::version).orElse(null),
                matrix.countOn(id),
                losing(catalogue.losingWithout(id)));
    }

    /** A release of a module; without its SHA-256, the newest. */
    Release release(String module, @Nullable String sha256) {
        Optional<Release> release =
                sha256 == null
                        ? catalogue.releases(module).stream().findFirst()
                        : catalogue.release(module, sha256);
        return release.orElseThrow(Refusal::notFound);
    }

    RehearsalPage rehearsal(Release release) throws PluginRefused {
        Rehearsal rehearsal = catalogue.rehearse(release);
        return new RehearsalPage(
                release.module(),
                release.manifest().title(),
                release.sha256(),
                release.version(),
                rehearsal.from().map(Release::version).orElse(null),
                step(rehearsal),
                matrix.countOn(release.module()),
                rehearsal.colleges(),
                rehearsal
                        .expected(ModuleSwitchboard.MIGRATIONS)
                        .filter(time -> rehearsal.colleges() > 0)
                        .map(ReleasePlans::wholeSeconds)
                        .orElse(null),
                rehearsal.scripts(),
                rehearsal.undone(),
                rehearsal.irreversible(),
                rehearsal.more().stream().map(ReleasePlans::asked).toList(),
                rehearsal.fewer().stream()
                        .flatMap(code -> Permission.ofCode(code).stream())
                        .toList(),
                losing(rehearsal.losing()),
                trials.last(release).map(this::line).orElse(null));
    }

    private TrialLine line(ModuleTrial trial) {
        return new TrialLine(
                trial.state(),
                trial.began(),
                trial.uai()
                        .map(
                                uai ->
                                        tenants.byUai(uai)
                                                .map(tenant -> tenant.college().name())
                                                .orElse(uai.value()))
                        .orElse(null),
                trial.rows(),
                trial.took().toMillis(),
                trial.failure().orElse(null),
                trial.back(),
                trial.backFailure().orElse(null));
    }

    private static ReleaseStep step(Rehearsal rehearsal) {
        if (rehearsal.from().isEmpty()) {
            return ReleaseStep.INSTALL;
        }
        if (rehearsal.from().get().is(rehearsal.to().sha256())) {
            return rehearsal.more().isEmpty() ? ReleaseStep.NONE : ReleaseStep.GRANT;
        }
        return rehearsal.goesBack() ? ReleaseStep.BACK : ReleaseStep.UPDATE;
    }

    private static long wholeSeconds(Duration time) {
        return Math.max(1, time.plusMillis(999).toSeconds());
    }

    /** A permission as a release asks for it. */
    static PermissionLine asked(AskedPermission asked) {
        return new PermissionLine(asked.permission(), asked.reason(), asked.hosts(), null, null);
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
