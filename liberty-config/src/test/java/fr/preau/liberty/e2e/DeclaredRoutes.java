package fr.preau.liberty.e2e;

import fr.preau.api.plugin.Plugin;
import fr.preau.api.route.Route;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/** The routes that a module declares, read from its own class and not from the server. */
final class DeclaredRoutes {

    private DeclaredRoutes() {}

    /**
     * @param plugin the name of the class, whose services are not called
     */
    static List<Route<?, ?>> of(String plugin) throws ReflectiveOperationException {
        Constructor<?> constructor =
                Arrays.stream(Class.forName(plugin).getConstructors()).findFirst().orElseThrow();
        Object[] services =
                Arrays.stream(constructor.getParameterTypes())
                        .map(DeclaredRoutes::silent)
                        .toArray();
        return ((Plugin) constructor.newInstance(services)).routes();
    }

    private static Object silent(Class<?> service) {
        return service == Clock.class
                ? Clock.systemUTC()
                : Proxy.newProxyInstance(
                        service.getClassLoader(),
                        new Class<?>[] {service},
                        (proxy, method, arguments) -> {
                            throw new IllegalStateException(method + " was called");
                        });
    }
}
