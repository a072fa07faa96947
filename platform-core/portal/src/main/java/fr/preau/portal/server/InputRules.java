package fr.preau.portal.server;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The rules of Jakarta Validation that JSON Schema can say too. */
final class InputRules {

    private InputRules() {}

    static boolean isRequired(RecordComponent component) {
        return rule(component, NotNull.class) != null
                || rule(component, NotBlank.class) != null
                || rule(component, NotEmpty.class) != null;
    }

    /** The schema of a component, with its rules. */
    static JsonObject added(RecordComponent component, JsonObject schema) {
        JsonObjectBuilder ruled = Json.createObjectBuilder(schema);
        boolean many = Collection.class.isAssignableFrom(component.getType());
        Size size = rule(component, Size.class);
        if (rule(component, NotBlank.class) != null || rule(component, NotEmpty.class) != null) {
            ruled.add(many ? "minItems" : "minLength", 1);
        }
        if (size != null) {
            size(ruled, size, many);
        }
        Min min = rule(component, Min.class);
        if (min != null) {
            ruled.add("minimum", min.value());
        }
        Max max = rule(component, Max.class);
        if (max != null) {
            ruled.add("maximum", max.value());
        }
        Pattern pattern = rule(component, Pattern.class);
        if (pattern != null) {
            ruled.add("pattern", pattern.regexp());
        }
        return ruled.build();
    }

    private static void size(JsonObjectBuilder ruled, Size size, boolean many) {
        if (size.min() > 0) {
            ruled.add(many ? "minItems" : "minLength", size.min());
        }
        if (size.max() < Integer.MAX_VALUE) {
            ruled.add(many ? "maxItems" : "maxLength", size.max());
        }
    }

    /** A rule on a component of a record stands on its accessor or on its type. */
    private static <A extends Annotation> @Nullable A rule(
            RecordComponent component, Class<A> kind) {
        A onAccessor = component.getAccessor().getAnnotation(kind);
        return onAccessor == null ? component.getAnnotatedType().getAnnotation(kind) : onAccessor;
    }
}
