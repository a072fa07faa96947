package fr.preau.core.services;

import fr.preau.api.service.OfferedService;
import fr.preau.core.routes.JsonRefused;
import fr.preau.core.routes.RecordJson;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One method of a service, on the side of the module that offers it. */
final class OfferedMethod {

    private final OfferedService<?> service;
    private final Method method;

    OfferedMethod(OfferedService<?> service, String name) {
        this.service = service;
        this.method =
                Arrays.stream(service.type().getMethods())
                        .filter(method -> method.getName().equals(name))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new ServiceUnanswered(
                                                "the module does not know « " + name + " »"));
    }

    /** Reads the arguments, asks, and writes the answer. */
    String answer(RecordJson json, List<String> given) throws Exception {
        method.setAccessible(true);
        try {
            return json.writeValue(method.invoke(service.provider(), arguments(json, given)));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception exception ? exception : e;
        }
    }

    /** What an older module does not send yet is missing; what a newer one adds is left out. */
    private @Nullable Object[] arguments(RecordJson json, List<String> given) {
        Type[] types = method.getGenericParameterTypes();
        @Nullable Object[] arguments = new @Nullable Object[types.length];
        for (int i = 0; i < types.length; i++) {
            try {
                arguments[i] = json.read(i < given.size() ? given.get(i) : "null", types[i]);
            } catch (JsonRefused e) {
                throw new ServiceUnanswered(
                        "its argument "
                                + (i + 1)
                                + " of « "
                                + method.getName()
                                + " » can't be read: "
                                + e.getMessage());
            }
        }
        return arguments;
    }
}
