package fr.preau.portal.console;

import fr.preau.api.route.Refusal;
import fr.preau.api.school.Uai;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.modules.ModuleSchemas;
import fr.preau.core.modules.ModuleStates;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.PluginHost;
import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.releases.DesiredModule;
import fr.preau.core.releases.ModuleCatalogue;
import fr.preau.core.releases.Release;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.pages.CollegeModules;
import fr.preau.portal.pages.CommuneTotals;
import fr.preau.portal.pages.LosingModule;
import fr.preau.portal.pages.ModuleColumn;
import fr.preau.portal.pages.ModuleSwitch;
import fr.preau.portal.pages.ModuleTurned;
import fr.preau.portal.pages.ModulesPage;
import fr.preau.portal.pages.PermissionLine;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which module is on where, for the console. Only an active collège has modules to switch: a
 * prepared one has neither people nor tables, and begins with those of its descriptor.
 */
public final class ModuleMatrix {

    private final PluginHost host;
    private final ModuleCatalogue catalogue;
    private final ModuleStates states;
    private final ModuleSchemas schemas;
    private final ModuleGate gate;
    private final Tenants tenants;

    public ModuleMatrix(
            PluginHost host,
            ModuleCatalogue catalogue,
            ModuleStates states,
            ModuleSchemas schemas,
            ModuleGate gate,
            Tenants tenants) {
        this.host = host;
        this.catalogue = catalogue;
        this.states = states;
        this.schemas = schemas;
        this.gate = gate;
        this.tenants = tenants;
    }

    /** What users call a module that runs or should; another one is refused. */
    String title(String module) {
        return manifest(module).map(PluginManifest::title).orElseThrow(Refusal::notFound);
    }

    private Optional<PluginManifest> manifest(String module) {
        return host.find(module)
                .map(LivePlugin::manifest)
                .or(() -> catalogue.running(module).map(Release::manifest));
    }

    /** What users call the module, if there is a release of it. */
    Optional<String> titleOf(String module) {
        return Optional.ofNullable(titles(Set.of(module)).get(module));
    }

    /** What users call these modules, as far as there are releases of them. */
    public Map<String, String> titles(Set<String> modules) {
        Map<String, String> titles = new HashMap<>();
        host.all().forEach(plugin -> titles.put(plugin.id(), plugin.manifest().title()));
        if (!titles.keySet().containsAll(modules)) {
            catalogue
                    .allReleases()
                    .forEach(
                            (module, releases) ->
                                    titles.putIfAbsent(module, releases.get(0).manifest().title()));
        }
        return titles;
    }

    /** What a module may see where it is on. */
    List<PermissionLine> permissions(String module) {
        return catalogue.running(module).stream()
                .flatMap(release -> release.manifest().permissions().stream())
                .map(ReleasePlans::asked)
                .toList();
    }

    /** Who loses a service when a module is switched off at these collèges, and is on there. */
    List<LosingModule> losing(String module, List<Tenant> colleges) {
        return ReleasePlans.losing(
                catalogue.losingWithout(module).stream()
                        .filter(lost -> colleges.stream().anyMatch(c -> isOn(c, lost.user())))
                        .toList());
    }

    /** The collèges whose modules can be switched. */
    List<Tenant> active() {
        return tenants.all().stream()
                .filter(tenant -> tenant.state() == Tenant.State.ACTIVE)
                .toList();
    }

    /** The collèges where the switch would change something. */
    List<Tenant> changing(String module, List<Tenant> targets, boolean enabled) {
        return targets.stream().filter(tenant -> isOn(tenant, module) != enabled).toList();
    }

    /** The active collèges where a module is on. */
    List<Tenant> on(String module) {
        return active().stream().filter(tenant -> isOn(tenant, module)).toList();
    }

    private boolean isOn(Tenant tenant, String module) {
        return states.isOn(tenant.college().uai(), module);
    }

    ModulesPage page(@Nullable String searched, @Nullable ModuleTurned turned) {
        String search = searched == null ? "" : searched.strip();
        List<Tenant> active = active();
        List<ModuleColumn> columns = columns(active);
        List<Tenant> found =
                tenants.all().stream().filter(tenant -> matches(tenant, search)).toList();
        return new ModulesPage(
                search,
                active.size(),
                columns,
                departement(columns),
                found.stream()
                        .map(tenant -> tenant.college().commune())
                        .distinct()
                        .map(commune -> totals(commune, active, columns))
                        .toList(),
                found.stream().map(tenant -> row(tenant, columns)).toList(),
                turned);
    }

    /** What runs, and then what should; where everything runs, nothing is asked for. */
    private List<ModuleColumn> columns(List<Tenant> active) {
        List<ModuleColumn> columns = new ArrayList<>();
        host.all().forEach(plugin -> columns.add(column(plugin.manifest(), true, active)));
        boolean allRun =
                catalogue.modules().stream()
                        .filter(module -> module.release().isPresent())
                        .map(DesiredModule::module)
                        .allMatch(module -> host.find(module).isPresent());
        if (!allRun) {
            catalogue.running().values().stream()
                    .map(Release::manifest)
                    .filter(manifest -> host.find(manifest.id()).isEmpty())
                    .sorted(Comparator.comparing(PluginManifest::id))
                    .forEach(manifest -> columns.add(column(manifest, false, active)));
        }
        return columns;
    }

    private ModuleColumn column(PluginManifest manifest, boolean running, List<Tenant> active) {
        return new ModuleColumn(
                manifest.id(),
                manifest.title(),
                manifest.version(),
                running,
                countOn(manifest.id(), active));
    }

    /** At how many of the active collèges a module is on. */
    int countOn(String module) {
        return countOn(module, active());
    }

    private int countOn(String module, List<Tenant> colleges) {
        return (int) colleges.stream().filter(tenant -> isOn(tenant, module)).count();
    }

    private CommuneTotals totals(String commune, List<Tenant> active, List<ModuleColumn> columns) {
        List<Tenant> here =
                active.stream()
                        .filter(tenant -> tenant.college().commune().equals(commune))
                        .toList();
        return new CommuneTotals(
                commune,
                here.size(),
                columns.stream().map(column -> countOn(column.id(), here)).toList());
    }

    private CollegeModules row(Tenant tenant, List<ModuleColumn> columns) {
        return new CollegeModules(
                tenant.college().slug(),
                tenant.college().name(),
                tenant.college().commune(),
                Figures.state(tenant),
                columns.stream().map(column -> moduleSwitch(tenant, column)).toList());
    }

    /** The Département's own place, if a module is for it. */
    private @Nullable CollegeModules departement(List<ModuleColumn> columns) {
        return columns.stream().anyMatch(column -> isForDepartement(column.id()))
                ? tenants.departement().map(tenant -> row(tenant, columns)).orElse(null)
                : null;
    }

    /** Whether a module can be on at the Département's own place. */
    boolean isForDepartement(String module) {
        return manifest(module).flatMap(PluginManifest::departement).isPresent();
    }

    private ModuleSwitch moduleSwitch(Tenant tenant, ModuleColumn column) {
        String module = column.id();
        Uai uai = tenant.college().uai();
        if (uai.isDepartement() && !isForDepartement(module)) {
            return ModuleSwitch.notForIt(module);
        }
        if (tenant.state() == Tenant.State.PREPARED || !states.isOn(uai, module)) {
            return ModuleSwitch.off(module);
        }
        if (!column.running()) {
            return ModuleSwitch.stopped(module);
        }
        Optional<String> failure = schemas.failure(uai, module);
        if (failure.isPresent()) {
            return ModuleSwitch.failed(module, failure.get());
        }
        return gate.isOpen(uai, module) ? ModuleSwitch.on(module) : ModuleSwitch.preparing(module);
    }

    private static boolean matches(Tenant tenant, String search) {
        String where = tenant.college().name() + " " + tenant.college().commune();
        return plain(where).contains(plain(search));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
