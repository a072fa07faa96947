package fr.preau.core.routes;

import fr.preau.api.files.FileId;
import fr.preau.api.files.Upload;
import fr.preau.api.route.Violations;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.PersonId;
import fr.preau.core.files.SentFile;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes an input record from texts: path, query, form and JSON all come down to names and values,
 * and the files of a form to names and files.
 *
 * <p>Known types: text, whole numbers, boolean, UUID, the identities of the API, dates, months,
 * enumerations, files that were sent, and lists of these. What is missing is null (an empty list,
 * false); what can't be read is a violation of its field.
 *
 * <p>A map of texts takes all values whose names begin with its own and a dot: {@code setting.days}
 * is {@code days} in a map called {@code setting}. That is for forms whose fields are not known
 * when the record is written.
 *
 * @param <I> the input record
 */
public final class InputBinder<I> {

    /** The record, or why it could not be made. */
    public record Bound<I>(@Nullable I input, Violations violations) {}

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("fr.preau.core.routes.texts", Locale.FRANCE);

    private static final String MAP_OF_TEXTS = "java.util.Map<java.lang.String, java.lang.String>";

    private final Constructor<I> constructor;
    private final RecordComponent[] components;

    public InputBinder(Class<I> type) {
        this.components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            requireKnown(type, components[i]);
        }
        try {
            this.constructor = type.getDeclaredConstructor(types);
            this.constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " is not a record", e);
        }
    }

    private static void requireKnown(Class<?> owner, RecordComponent component) {
        Class<?> type = elementType(component);
        boolean known =
                type == String.class
                        || type == int.class
                        || type == Integer.class
                        || type == long.class
                        || type == Long.class
                        || type == boolean.class
                        || type == Boolean.class
                        || type == UUID.class
                        || type == PersonId.class
                        || type == ClassId.class
                        || type == FileId.class
                        || type == Upload.class
                        || type == LocalDate.class
                        || type == YearMonth.class
                        || type.isEnum();
        if (!known) {
            throw new IllegalArgumentException(
                    owner.getName() + "." + component.getName() + " can't be bound: " + type);
        }
    }

    private static Class<?> elementType(RecordComponent component) {
        if (isMap(component)) {
            return String.class;
        }
        if (component.getType() != List.class) {
            return component.getType();
        }
        Type element = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        return (Class<?>) element;
    }

    private static boolean isMap(RecordComponent component) {
        return component.getGenericType().getTypeName().equals(MAP_OF_TEXTS);
    }

    /** Whether one of its components is a file that comes with a form. */
    public boolean takesFiles() {
        return Arrays.stream(components).anyMatch(InputBinder::isUpload);
    }

    private static boolean isUpload(RecordComponent component) {
        return elementType(component) == Upload.class;
    }

    public Bound<I> bind(Map<String, List<String>> values) {
        return bind(values, Map.of());
    }

    /**
     * The same with the files of a form.
     *
     * @param files by the name of their field; of those that no component asks for nothing is said
     */
    public Bound<I> bind(Map<String, List<String>> values, Map<String, List<SentFile>> files) {
        Map<String, List<String>> problems = new TreeMap<>();
        @Nullable Object[] arguments = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            if (isUpload(component)) {
                arguments[i] =
                        uploads(
                                component,
                                files.getOrDefault(component.getName(), List.of()),
                                problems);
                continue;
            }
            if (isMap(component)) {
                arguments[i] = texts(component.getName() + ".", values);
                continue;
            }
            List<String> texts = values.getOrDefault(component.getName(), List.of());
            try {
                arguments[i] = value(component, texts);
            } catch (RuntimeException e) {
                // Whatever a parser says of a stranger's text: it is not what the field takes.
                problems.put(component.getName(), List.of(expectation(elementType(component))));
                arguments[i] = nothing(component.getType());
            }
        }
        try {
            return new Bound<>(constructor.newInstance(arguments), new Violations(problems));
        } catch (InvocationTargetException e) {
            problems.putIfAbsent("", List.of(TEXTS.getString("expected.complete")));
            return new Bound<>(null, new Violations(problems));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("an input record could not be made", e);
        }
    }

    private static Map<String, String> texts(String prefix, Map<String, List<String>> values) {
        Map<String, String> texts = new TreeMap<>();
        values.forEach(
                (name, all) -> {
                    if (name.startsWith(prefix) && !all.isEmpty()) {
                        texts.put(name.substring(prefix.length()), all.get(0));
                    }
                });
        return Map.copyOf(texts);
    }

    private static @Nullable Object uploads(
            RecordComponent component, List<SentFile> sent, Map<String, List<String>> problems) {
        List<Upload> taken = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        for (SentFile file : sent) {
            if (file.upload() != null) {
                taken.add(file.upload());
            }
            if (file.mistake() != null) {
                mistakes.add(file.mistake());
            }
        }
        if (!mistakes.isEmpty()) {
            problems.put(component.getName(), List.copyOf(mistakes));
        }
        if (component.getType() == List.class) {
            return List.copyOf(taken);
        }
        return taken.isEmpty() ? null : taken.get(0);
    }

    private static @Nullable Object value(RecordComponent component, List<String> texts) {
        Class<?> type = elementType(component);
        if (component.getType() == List.class) {
            List<Object> list = new ArrayList<>();
            for (String text : texts) {
                if (!text.isEmpty()) {
                    list.add(parsed(type, text));
                }
            }
            return List.copyOf(list);
        }
        if (texts.isEmpty() || texts.get(0).isEmpty() && type != String.class) {
            return nothing(type);
        }
        return parsed(type, texts.get(0));
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        if (type == long.class) {
            return 0L;
        }
        return type == List.class ? List.of() : null;
    }

    private static Object parsed(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        }
        if (type == int.class || type == Integer.class) {
            return Integer.valueOf(text.strip());
        }
        if (type == long.class || type == Long.class) {
            return Long.valueOf(text.strip());
        }
        if (type == boolean.class || type == Boolean.class) {
            return truth(text);
        }
        if (type == UUID.class) {
            return UUID.fromString(text);
        }
        if (type == PersonId.class) {
            return PersonId.of(text);
        }
        if (type == ClassId.class) {
            return ClassId.of(text);
        }
        if (type == FileId.class) {
            return FileId.of(text);
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (type == YearMonth.class) {
            return YearMonth.parse(text);
        }
        return constant(type, text);
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true", "on", "1" -> true;
            case "false", "off", "0" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static Object constant(Class<?> type, String text) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no such choice");
    }

    private static String expectation(Class<?> type) {
        if (type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class) {
            return TEXTS.getString("expected.number");
        }
        if (type == LocalDate.class) {
            return TEXTS.getString("expected.date");
        }
        if (type == YearMonth.class) {
            return TEXTS.getString("expected.month");
        }
        return TEXTS.getString("expected.other");
    }
}
