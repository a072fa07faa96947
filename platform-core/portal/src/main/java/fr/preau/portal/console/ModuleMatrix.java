package fr.preau.portal.console;

import fr.preau.api.route.Refusal;
import fr.preau.core.modules.ModuleSchemas;
import fr.preau.core.modules.ModuleStates;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.PluginFolder;
import fr.preau.core.plugins.PluginHost;
import fr.preau.core.plugins.RefusedJar;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.pages.CollegeModules;
import fr.preau.portal.pages.ModuleColumn;
import fr.preau.portal.pages.ModuleState;
import fr.preau.portal.pages.ModuleSwitch;
import fr.preau.portal.pages.ModulesPage;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which module is on where, for the console. */
public final class ModuleMatrix {

    private final PluginHost host;
    private final PluginFolder folder;
    private final ModuleStates states;
    private final ModuleSchemas schemas;
    private final Tenants tenants;

    public ModuleMatrix(
            PluginHost host,
            PluginFolder folder,
            ModuleStates states,
            ModuleSchemas schemas,
            Tenants tenants) {
        this.host = host;
        this.folder = folder;
        this.states = states;
        this.schemas = schemas;
        this.tenants = tenants;
    }

    /** What users call the module; an unknown one is refused. */
    String title(String module) {
        return host.find(module).orElseThrow(Refusal::notFound).manifest().title();
    }

    /** The collèges where the switch would change something. */
    List<Tenant> changing(String module, List<Tenant> targets, boolean enabled) {
        title(module);
        return targets.stream()
                .filter(tenant -> states.isOn(tenant.college().uai(), module) != enabled)
                .toList();
    }

    ModulesPage page(@Nullable String searched) {
        String search = searched == null ? "" : searched.strip();
        List<LivePlugin> plugins = host.all();
        List<Tenant> all = tenants.all();
        List<ModuleColumn> columns = new ArrayList<>();
        plugins.forEach(plugin -> columns.add(column(plugin)));
        List<CollegeModules> rows =
                all.stream()
                        .filter(tenant -> matches(tenant, search))
                        .map(tenant -> row(tenant, plugins, columns.size()))
                        .toList();
        return new ModulesPage(search, all.size(), columns, rows);
    }

    private ModuleColumn column(LivePlugin plugin) {
        String refused =
                folder.refused().stream()
                        .filter(jar -> jar.module().filter(plugin.id()::equals).isPresent())
                        .map(RefusedJar::reason)
                        .findFirst()
                        .orElse(null);
        return new ModuleColumn(
                plugin.id(),
                plugin.manifest().title(),
                plugin.manifest().version(),
                refused == null ? ModuleState.RUNNING : ModuleState.FAILED,
                refused,
                (int) states.countOn(plugin.id()));
    }

    private CollegeModules row(Tenant tenant, List<LivePlugin> plugins, int columns) {
        List<ModuleSwitch> switches = new ArrayList<>(columns);
        for (LivePlugin plugin : plugins) {
            boolean on = states.isOn(tenant.college().uai(), plugin.id());
            switches.add(
                    new ModuleSwitch(
                            plugin.id(),
                            on,
                            on
                                    ? schemas.failure(tenant.college().uai(), plugin.id())
                                            .orElse(null)
                                    : null));
        }
        return new CollegeModules(
                tenant.college().slug(),
                tenant.college().name(),
                tenant.college().commune(),
                Figures.state(tenant),
                switches);
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
