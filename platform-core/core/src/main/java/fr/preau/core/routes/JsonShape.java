package fr.preau.core.routes;

import fr.preau.api.school.ClassId;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Uai;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which types can be read from JSON: records of texts, numbers, booleans, enumerations, identities,
 * dates and times, optional values, lists, sets, maps with texts as keys, and of other records.
 */
public final class JsonShape {

    static final Set<Class<?>> TEXTS =
            Set.of(
                    String.class,
                    UUID.class,
                    PersonId.class,
                    ClassId.class,
                    Uai.class,
                    Instant.class,
                    LocalDate.class,
                    LocalTime.class,
                    LocalDateTime.class,
                    YearMonth.class,
                    Duration.class);

    static final Set<Class<?>> NUMBERS =
            Set.of(
                    int.class,
                    Integer.class,
                    long.class,
                    Long.class,
                    double.class,
                    Double.class,
                    BigDecimal.class);

    static final Set<Class<?>> BOOLEANS = Set.of(boolean.class, Boolean.class);

    private static final Set<Class<?>> OF_ONE = Set.of(Optional.class, List.class, Set.class);

    private JsonShape() {}

    /**
     * @throws IllegalArgumentException when a type, or one within it, can't be read
     */
    public static void requireRead(Type type) {
        require(type, new HashSet<>());
    }

    /** What is written must be public too: JSON-B looks into nothing else. */
    private static void requireBoth(Type type) {
        Set<Type> seen = new HashSet<>();
        require(type, seen);
        for (Type part : seen) {
            if (part instanceof Class<?> plain
                    && plain.isRecord()
                    && !Modifier.isPublic(plain.getModifiers())) {
                throw new IllegalArgumentException(plain.getName() + " is not public");
            }
        }
    }

    /**
     * Checks an interface that modules speak over.
     *
     * @throws IllegalArgumentException when a method is overloaded, or its types can't be read
     */
    public static void requireService(Class<?> type) {
        if (!type.isInterface()) {
            throw new IllegalArgumentException(type.getName() + " is not an interface");
        }
        Set<String> names = new HashSet<>();
        for (Method method : type.getMethods()) {
            if (Modifier.isStatic(method.getModifiers())) {
                continue;
            }
            if (!names.add(method.getName())) {
                throw new IllegalArgumentException(
                        type.getName() + " has several methods called " + method.getName());
            }
            Arrays.stream(method.getGenericParameterTypes()).forEach(JsonShape::requireBoth);
            if (method.getReturnType() != void.class) {
                requireBoth(method.getGenericReturnType());
            }
        }
    }

    private static void require(Type type, Set<Type> seen) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            requireGeneric(generic, seen);
        } else if (type instanceof Class<?> plain && plain.isRecord() && !TEXTS.contains(plain)) {
            for (RecordComponent component : plain.getRecordComponents()) {
                require(component.getGenericType(), seen);
            }
        } else if (!(type instanceof Class<?> plain) || !isPlain(plain)) {
            throw new IllegalArgumentException(type.getTypeName() + " can't be read from JSON");
        }
    }

    private static boolean isPlain(Class<?> type) {
        return TEXTS.contains(type)
                || NUMBERS.contains(type)
                || BOOLEANS.contains(type)
                || type.isEnum();
    }

    private static void requireGeneric(ParameterizedType type, Set<Type> seen) {
        Type[] arguments = type.getActualTypeArguments();
        boolean ofOne = type.getRawType() instanceof Class<?> raw && OF_ONE.contains(raw);
        boolean map = type.getRawType() == Map.class && arguments[0] == String.class;
        if (!ofOne && !map) {
            throw new IllegalArgumentException(type.getTypeName() + " can't be read from JSON");
        }
        require(arguments[arguments.length - 1], seen);
    }
}
