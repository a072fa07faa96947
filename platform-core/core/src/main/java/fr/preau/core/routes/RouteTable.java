package fr.preau.core.routes;

import fr.preau.api.route.Method;
import fr.preau.api.route.PathTemplate;
import fr.preau.api.route.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The routes of a module; a plain word in an address wins over a hole. */
public final class RouteTable {

    /** A route that answers to an address, and what stands in its holes. */
    public record Match(Route<?, ?> route, InputBinder<?> binder, Map<String, String> holes) {}

    private record Entry(Route<?, ?> route, InputBinder<?> binder) {}

    private final List<Route<?, ?>> routes;
    private final Map<Integer, List<Entry>> byLength = new HashMap<>();

    public RouteTable(List<Route<?, ?>> routes) {
        this.routes = List.copyOf(routes);
        Map<String, Route<?, ?>> seen = new HashMap<>();
        for (Route<?, ?> route : routes) {
            String address =
                    route.method() + " " + route.path().toString().replaceAll("\\{[^}]*}", "{}");
            if (seen.put(address, route) != null) {
                throw new IllegalArgumentException("two routes answer to " + route);
            }
            byLength.computeIfAbsent(route.path().segments().size(), n -> new ArrayList<>())
                    .add(new Entry(route, new InputBinder<>(route.input())));
        }
        byLength.values().forEach(list -> list.sort(Comparator.comparing(RouteTable::holesFirst)));
    }

    private static String holesFirst(Entry entry) {
        StringBuilder order = new StringBuilder();
        for (String segment : entry.route.path().segments()) {
            order.append(PathTemplate.isHole(segment) ? '1' : '0');
        }
        return order.toString();
    }

    public List<Route<?, ?>> routes() {
        return routes;
    }

    /** Whether one of the routes takes files that people send. */
    public boolean takesFiles() {
        return byLength.values().stream()
                .flatMap(List::stream)
                .anyMatch(entry -> entry.binder().takesFiles());
    }

    public Optional<Match> find(Method method, List<String> path) {
        for (Entry entry : byLength.getOrDefault(path.size(), List.of())) {
            if (entry.route.method() == method) {
                Optional<Map<String, String>> holes = entry.route.path().match(path);
                if (holes.isPresent()) {
                    return Optional.of(new Match(entry.route, entry.binder, holes.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** The methods that this address answers to. */
    public Set<Method> methodsAt(List<String> path) {
        Set<Method> methods = EnumSet.noneOf(Method.class);
        for (Entry entry : byLength.getOrDefault(path.size(), List.of())) {
            if (entry.route.path().match(path).isPresent()) {
                methods.add(entry.route.method());
            }
        }
        return methods;
    }
}
