package fr.preau.portal.console;

import fr.preau.api.school.Uai;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.modules.ModuleSchemas;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.PluginHost;
import fr.preau.core.tenancy.Tenant;
import fr.preau.portal.pages.TablesFailure;
import fr.preau.portal.pages.TablesProgress;
import java.util.List;
import java.util.Optional;

/** How far the tables of a module are there, collège by collège; all in memory. */
public final class CollegeTables {

    private final PluginHost host;
    private final ModuleSchemas schemas;
    private final ModuleGate gate;
    private final ModuleMatrix matrix;

    public CollegeTables(
            PluginHost host, ModuleSchemas schemas, ModuleGate gate, ModuleMatrix matrix) {
        this.host = host;
        this.schemas = schemas;
        this.gate = gate;
        this.matrix = matrix;
    }

    /** Empty when nothing runs that has tables. */
    Optional<TablesProgress> progress(String module) {
        return host.find(module).filter(plugin -> !plugin.scripts().isEmpty()).map(this::progress);
    }

    private TablesProgress progress(LivePlugin plugin) {
        List<Tenant> on = matrix.on(plugin.id());
        long ready =
                on.stream()
                        .map(tenant -> gate.serving(tenant.college().uai(), plugin.id()))
                        .filter(serving -> serving.filter(plugin::equals).isPresent())
                        .count();
        return new TablesProgress(
                (int) ready,
                on.size(),
                failed(plugin.id()).stream().map(tenant -> failure(tenant, plugin.id())).toList());
    }

    /** Where the last migration of a module that is on failed. */
    List<Tenant> failed(String module) {
        return matrix.on(module).stream()
                .filter(tenant -> schemas.failure(tenant.college().uai(), module).isPresent())
                .toList();
    }

    private TablesFailure failure(Tenant tenant, String module) {
        Uai uai = tenant.college().uai();
        return new TablesFailure(
                ConsoleRoutes.name(tenant), schemas.failure(uai, module).orElse(""));
    }
}
