package fr.preau.core.routes;

import fr.preau.api.school.ClassId;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Uai;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a record of a JSON value, with the same rules as the input of a route: what is missing is
 * null, 0, false, or an empty list, and what is not known is ignored.
 *
 * <p>JSON-B would give null for a list that is missing, which a record's constructor seldom takes,
 * and reads no record that has a second constructor. Nothing is remembered here, so nothing holds a
 * module's classes.
 */
final class RecordReading {

    private static final Map<Class<?>, Function<String, Object>> FROM_TEXT =
            Map.ofEntries(
                    Map.entry(String.class, text -> text),
                    Map.entry(UUID.class, UUID::fromString),
                    Map.entry(PersonId.class, PersonId::of),
                    Map.entry(ClassId.class, ClassId::of),
                    Map.entry(Uai.class, Uai::new),
                    Map.entry(Instant.class, Instant::parse),
                    Map.entry(LocalDate.class, LocalDate::parse),
                    Map.entry(LocalTime.class, LocalTime::parse),
                    Map.entry(LocalDateTime.class, LocalDateTime::parse),
                    Map.entry(YearMonth.class, YearMonth::parse),
                    Map.entry(Duration.class, Duration::parse));

    /** Digits before or behind the point that a number may have: 1e999999999 is short to write. */
    private static final int LONGEST_NUMBER = 100;

    private RecordReading() {}

    /**
     * @throws JsonRefused when it is not of this type
     */
    static @Nullable Object read(@Nullable JsonValue value, Type type) {
        boolean missing = value == null || value == JsonValue.NULL;
        if (type instanceof ParameterizedType generic) {
            return readGeneric(missing ? null : value, generic);
        }
        if (!(type instanceof Class<?> plain)) {
            throw new JsonRefused(type.getTypeName() + " can't be read from JSON");
        }
        return missing ? nothing(plain) : readPlain(value, plain);
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == int.class) {
            return 0;
        }
        if (type == long.class) {
            return 0L;
        }
        if (type == double.class) {
            return 0.0;
        }
        return type == boolean.class ? Boolean.FALSE : null;
    }

    private static Object readPlain(@Nullable JsonValue value, Class<?> type) {
        try {
            if (value instanceof JsonString text && JsonShape.TEXTS.contains(type)) {
                return parsed(text.getString(), type);
            }
            if (value instanceof JsonString text && type.isEnum()) {
                return constant(type, text.getString());
            }
            if (value instanceof JsonNumber number && JsonShape.NUMBERS.contains(type)) {
                return number(number.bigDecimalValue(), type);
            }
            if (JsonShape.BOOLEANS.contains(type) && isBoolean(value)) {
                return value == JsonValue.TRUE;
            }
            if (value instanceof JsonObject object && type.isRecord()) {
                return record(object, type, BoundTypes.NONE);
            }
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            throw new JsonRefused("not a " + type.getSimpleName() + ": " + e.getMessage());
        }
        throw new JsonRefused("not a " + type.getSimpleName());
    }

    private static boolean isBoolean(@Nullable JsonValue value) {
        return value == JsonValue.TRUE || value == JsonValue.FALSE;
    }

    private static Object parsed(String text, Class<?> type) {
        Function<String, Object> parser = FROM_TEXT.get(type);
        if (parser == null) {
            throw new JsonRefused(type.getName() + " can't be read from a text");
        }
        return parser.apply(text);
    }

    private static Object constant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new JsonRefused(type.getSimpleName() + " has no such value");
    }

    private static Object number(BigDecimal number, Class<?> type) {
        if (number.precision() > LONGEST_NUMBER || Math.abs(number.scale()) > LONGEST_NUMBER) {
            throw new JsonRefused("a number of too many digits");
        }
        if (type == int.class || type == Integer.class) {
            return number.intValueExact();
        }
        if (type == long.class || type == Long.class) {
            return number.longValueExact();
        }
        return type == BigDecimal.class ? number : (Object) number.doubleValue();
    }

    private static Object record(JsonObject object, Class<?> type, BoundTypes bound) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            try {
                values[i] =
                        read(
                                object.get(components[i].getName()),
                                bound.in(components[i].getGenericType()));
            } catch (JsonRefused e) {
                throw e.within(components[i].getName());
            }
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new JsonRefused(type.getSimpleName() + " refuses: " + e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new JsonRefused(type.getSimpleName() + " can't be made: " + e);
        }
    }

    private static Object readGeneric(@Nullable JsonValue value, ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        Type raw = type.getRawType();
        if (raw == Optional.class) {
            return Optional.ofNullable(read(value, arguments[0]));
        }
        if (raw == Map.class) {
            return map(value, arguments[1]);
        }
        if (value instanceof JsonObject object && ((Class<?>) raw).isRecord()) {
            return record(object, (Class<?>) raw, BoundTypes.of(type));
        }
        List<Object> elements = elements(value, arguments[0]);
        return raw == Set.class ? Set.copyOf(new LinkedHashSet<>(elements)) : elements;
    }

    private static List<Object> elements(@Nullable JsonValue value, Type type) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof JsonArray array)) {
            throw new JsonRefused("not a list");
        }
        List<Object> elements = new ArrayList<>();
        for (JsonValue element : array) {
            elements.add(present(read(element, type)));
        }
        return List.copyOf(elements);
    }

    private static Map<String, Object> map(@Nullable JsonValue value, Type type) {
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof JsonObject object)) {
            throw new JsonRefused("not an object");
        }
        Map<String, Object> map = new LinkedHashMap<>();
        object.forEach((key, member) -> map.put(key, present(read(member, type))));
        return Map.copyOf(map);
    }

    private static Object present(@Nullable Object element) {
        if (element == null) {
            throw new JsonRefused("null among other values");
        }
        return element;
    }
}
