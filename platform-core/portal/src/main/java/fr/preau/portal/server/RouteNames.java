package fr.preau.portal.server;

import fr.preau.api.route.Method;
import fr.preau.api.route.PathTemplate;
import fr.preau.api.school.College;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.PluginHost;
import fr.preau.core.routes.RouteTable;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import java.util.List;
import java.util.Optional;

/** What an address is called where it is measured: its route, never what stands in its holes. */
final class RouteNames {

    /**
     * A request by its route.
     *
     * @param template as in {@code /c/{college}/communication/messages/{conversation}}
     * @param module {@code portal} for the portal itself
     * @param college the slug of a collège that exists
     */
    record Named(String template, String module, Optional<String> college) {}

    private final RouteTable portal;
    private final PluginHost host;
    private final Tenants tenants;

    RouteNames(RouteTable portal, PluginHost host, Tenants tenants) {
        this.portal = portal;
        this.host = host;
        this.tenants = tenants;
    }

    /**
     * @param method as the request says it
     */
    Optional<Named> find(String method, String address) {
        Optional<Method> known = method(method);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        List<String> path = PathTemplate.split(address);
        if (path.size() < 3 || !path.get(0).equals("c")) {
            return portal.find(known.get(), path)
                    .map(match -> new Named(template(match), "portal", Optional.empty()));
        }
        String module = path.get(2);
        Optional<String> college =
                tenants.bySlug(path.get(1)).map(Tenant::college).map(College::slug);
        return host.find(module)
                .flatMap(
                        plugin ->
                                routes(plugin, path.get(1))
                                        .find(known.get(), path.subList(3, path.size())))
                .map(
                        match ->
                                new Named(
                                        "/c/{college}/" + module + template(match),
                                        module,
                                        college));
    }

    /** Where there is no such place it is refused later, under the name that it has at collèges. */
    private RouteTable routes(LivePlugin plugin, String slug) {
        return tenants.bySlug(slug)
                .map(tenant -> plugin.at(tenant.college().uai()))
                .orElse(plugin.atColleges())
                .routes();
    }

    private static String template(RouteTable.Match match) {
        return match.route().path().toString();
    }

    private static Optional<Method> method(String name) {
        String asked = name.equals("HEAD") ? "GET" : name;
        for (Method method : Method.values()) {
            if (method.name().equals(asked)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
