package fr.preau.portal.dispatch;

import fr.preau.api.plugin.Permission;
import fr.preau.api.route.Method;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.routes.RouteTable;
import fr.preau.core.tenancy.Tenant;
import java.util.List;
import java.util.Optional;

/** What modules show at a collège to everybody on the web, where the Département has granted it. */
public final class PublicPages {

    /** Where a module has the front page of a collège, if it has one. */
    private static final List<String> FRONT = List.of("front");

    private final ModuleGate gate;

    public PublicPages(ModuleGate gate) {
        this.gate = gate;
    }

    /** The front page of a collège; empty where no module that is on there has one. */
    public Optional<String> of(Tenant tenant) {
        return gate.modulesOn(tenant.college().uai()).stream()
                .filter(plugin -> find(plugin, tenant, Method.GET, FRONT).isPresent())
                .map(plugin -> "/c/" + tenant.college().slug() + "/" + plugin.id() + "/front")
                .findFirst();
    }

    /** The route at an address below the module that visitors may call. */
    static Optional<RouteTable.Match> find(
            LivePlugin plugin, Tenant tenant, Method method, List<String> rest) {
        return plugin.granted().contains(Permission.VISITORS)
                ? plugin.at(tenant.college().uai())
                        .routes()
                        .find(method, rest)
                        .filter(match -> match.route().callers().visitors())
                : Optional.empty();
    }
}
