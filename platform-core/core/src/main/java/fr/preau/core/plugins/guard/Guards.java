package fr.preau.core.plugins.guard;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All guards, by the method in whose place they stand. */
public final class Guards {

    private static final List<Class<?>> ALL =
            List.of(
                    ReflectionGuard.class,
                    PrimitiveFieldGuard.class,
                    HandleGuard.class,
                    LoaderGuard.class,
                    ResourceGuard.class,
                    SystemGuard.class,
                    StreamGuard.class,
                    PictureGuard.class,
                    XmlFactoryGuard.class,
                    XmlSettingGuard.class);

    private static final Map<Guarded, Method> BY_METHOD = read();

    private Guards() {}

    /**
     * @param owner name of the class, as {@code Class.getName} has it
     * @param descriptor of the method, as in a class file
     * @return the static method that a module calls instead
     */
    public static Optional<Method> instead(String owner, String method, String descriptor) {
        return Optional.ofNullable(BY_METHOD.get(new Guarded(owner, method, descriptor)));
    }

    /** Under what a review lists the call of a guard. */
    public static String category(Method guard) {
        return guard.getDeclaringClass().getAnnotation(Guarding.class).value();
    }

    private static Map<Guarded, Method> read() {
        Map<Guarded, Method> guards = new HashMap<>();
        for (Class<?> type : ALL) {
            for (Method method : type.getDeclaredMethods()) {
                InsteadOf place = method.getAnnotation(InsteadOf.class);
                if (place != null) {
                    names(method, place)
                            .forEach(name -> guards.put(Guarded.of(method, place, name), method));
                }
            }
        }
        return guards;
    }

    private static List<String> names(Method guard, InsteadOf place) {
        return place.names().length == 0 ? List.of(guard.getName()) : List.of(place.names());
    }

    /** The method of the JDK that is guarded. */
    private record Guarded(String owner, String method, String descriptor) {

        static Guarded of(Method guard, InsteadOf place, String name) {
            MethodType all =
                    MethodType.methodType(guard.getReturnType(), guard.getParameterTypes());
            MethodType original = place.isStatic() ? all : all.dropParameterTypes(0, 1);
            return new Guarded(place.value().getName(), name, original.descriptorString());
        }
    }
}
