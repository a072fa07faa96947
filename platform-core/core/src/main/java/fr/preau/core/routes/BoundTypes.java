package fr.preau.core.routes;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the variables of a generic record stand for where it is used, as in {@code PageOf<Line>}.
 */
record BoundTypes(Map<TypeVariable<?>, Type> bound) {

    /** A class without variables. */
    static final BoundTypes NONE = new BoundTypes(Map.of());

    static BoundTypes of(ParameterizedType use) {
        Map<TypeVariable<?>, Type> bound = new HashMap<>();
        TypeVariable<?>[] variables = ((Class<?>) use.getRawType()).getTypeParameters();
        for (int i = 0; i < variables.length; i++) {
            bound.put(variables[i], use.getActualTypeArguments()[i]);
        }
        return new BoundTypes(bound);
    }

    /** The type with what its variables stand for, also within it, as in {@code List<T>}. */
    Type in(Type type) {
        if (type instanceof ParameterizedType generic) {
            return new Use(
                    generic.getRawType(),
                    Stream.of(generic.getActualTypeArguments()).map(this::in).toArray(Type[]::new));
        }
        return bound.getOrDefault(type, type);
    }

    private record Use(Type raw, Type... arguments) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return arguments;
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return null;
        }
    }
}
