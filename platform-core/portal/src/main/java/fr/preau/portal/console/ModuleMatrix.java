package fr.preau.portal.console;

import fr.preau.api.route.Refusal;
import fr.preau.api.school.Uai;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.modules.ModuleSchemas;
import fr.preau.core.modules.ModuleStates;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.PluginHost;
import fr.preau.core.releases.ModuleIntake;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.pages.CollegeModules;
import fr.preau.portal.pages.CommuneTotals;
import fr.preau.portal.pages.ModuleColumn;
import fr.preau.portal.pages.ModuleSwitch;
import fr.preau.portal.pages.ModuleTurned;
import fr.preau.portal.pages.ModulesPage;
import fr.preau.portal.pages.RefusedJar;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which module is on where, for the console. Only an active collège has modules to switch: a
 * prepared one has neither people nor tables, and begins with those of its descriptor.
 */
public final class ModuleMatrix {

    private final PluginHost host;
    private final ModuleIntake intake;
    private final ModuleStates states;
    private final ModuleSchemas schemas;
    private final ModuleGate gate;
    private final Tenants tenants;

    public ModuleMatrix(
            PluginHost host,
            ModuleIntake intake,
            ModuleStates states,
            ModuleSchemas schemas,
            ModuleGate gate,
            Tenants tenants) {
        this.host = host;
        this.intake = intake;
        this.states = states;
        this.schemas = schemas;
        this.gate = gate;
        this.tenants = tenants;
    }

    /** What users call the module; an unknown one is refused. */
    String title(String module) {
        return titleOf(module).orElseThrow(Refusal::notFound);
    }

    /** What users call the module, if it runs. */
    Optional<String> titleOf(String module) {
        return host.find(module).map(plugin -> plugin.manifest().title());
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

    private boolean isOn(Tenant tenant, String module) {
        return states.isOn(tenant.college().uai(), module);
    }

    ModulesPage page(@Nullable String searched, @Nullable ModuleTurned turned) {
        String search = searched == null ? "" : searched.strip();
        List<LivePlugin> plugins = host.all();
        List<Tenant> active = active();
        List<Tenant> found =
                tenants.all().stream().filter(tenant -> matches(tenant, search)).toList();
        return new ModulesPage(
                search,
                active.size(),
                plugins.stream().map(plugin -> column(plugin, active)).toList(),
                found.stream()
                        .map(tenant -> tenant.college().commune())
                        .distinct()
                        .map(commune -> totals(commune, active, plugins))
                        .toList(),
                found.stream().map(tenant -> row(tenant, plugins)).toList(),
                intake.refused().stream()
                        .map(jar -> new RefusedJar(jar.file(), jar.reason()))
                        .toList(),
                turned);
    }

    private ModuleColumn column(LivePlugin plugin, List<Tenant> active) {
        return new ModuleColumn(
                plugin.id(),
                plugin.manifest().title(),
                plugin.manifest().version(),
                countOn(plugin.id(), active));
    }

    /** At how many of the active collèges a module is on. */
    int countOn(String module) {
        return countOn(module, active());
    }

    private int countOn(String module, List<Tenant> colleges) {
        return (int) colleges.stream().filter(tenant -> isOn(tenant, module)).count();
    }

    private CommuneTotals totals(String commune, List<Tenant> active, List<LivePlugin> plugins) {
        List<Tenant> here =
                active.stream()
                        .filter(tenant -> tenant.college().commune().equals(commune))
                        .toList();
        return new CommuneTotals(
                commune,
                here.size(),
                plugins.stream().map(plugin -> countOn(plugin.id(), here)).toList());
    }

    private CollegeModules row(Tenant tenant, List<LivePlugin> plugins) {
        return new CollegeModules(
                tenant.college().slug(),
                tenant.college().name(),
                tenant.college().commune(),
                Figures.state(tenant),
                plugins.stream().map(plugin -> moduleSwitch(tenant, plugin.id())).toList());
    }

    private ModuleSwitch moduleSwitch(Tenant tenant, String module) {
        Uai uai = tenant.college().uai();
        if (tenant.state() == Tenant.State.PREPARED || !states.isOn(uai, module)) {
            return ModuleSwitch.off(module);
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
