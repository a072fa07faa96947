package fr.preau.core.services;

import fr.preau.core.routes.JsonRefused;
import fr.preau.core.routes.RecordJson;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The side of a service that the asking module holds: nothing of the other one but its name. */
final class ServiceProxy implements InvocationHandler {

    private final String service;
    private final RecordJson json;
    private final ServiceCalls calls;

    ServiceProxy(String service, RecordJson json, ServiceCalls calls) {
        this.service = service;
        this.json = json;
        this.calls = calls;
    }

    @Override
    public @Nullable Object invoke(
            Object self, Method method, @Nullable Object @Nullable [] given) {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> given != null && self == given[0];
                case "hashCode" -> System.identityHashCode(self);
                default -> "service " + service;
            };
        }
        List<String> arguments = new ArrayList<>();
        if (given != null) {
            for (Object argument : given) {
                arguments.add(json.writeValue(argument));
            }
        }
        String answer = calls.ask(service, method.getName(), arguments);
        if (method.getReturnType() == void.class) {
            return null;
        }
        try {
            return json.read(answer, method.getGenericReturnType());
        } catch (JsonRefused e) {
            throw calls.failed(service, "its answer can't be read: " + e.getMessage());
        }
    }
}
