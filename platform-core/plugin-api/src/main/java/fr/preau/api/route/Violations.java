package fr.preau.api.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is wrong with an input, field by field, in words for the person who typed it.
 *
 * @param byField the messages of each field, never an empty list
 */
public record Violations(Map<String, List<String>> byField) {

    private static final Violations NONE = new Violations(Map.of());

    public Violations {
        byField = Map.copyOf(byField);
    }

    public static Violations none() {
        return NONE;
    }

    public static Violations of(String field, String message) {
        return new Violations(Map.of(field, List.of(message)));
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    /** What to say beside the field, if anything. */
    public Optional<String> of(String field) {
        return Optional.ofNullable(byField.get(field)).map(messages -> String.join(" ", messages));
    }

    public Violations and(Violations others) {
        Map<String, List<String>> all = new TreeMap<>(others.byField);
        all.putAll(byField);
        return new Violations(all);
    }
}
