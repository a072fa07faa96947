package fr.preau.tenants.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names that invented people are given, by origin; the first origin is the country's own. */
final class Names {

    private final List<Origin> origins;
    private final List<String> streets;
    private final int weight;

    private Names(List<Origin> origins, List<String> streets) {
        this.origins = List.copyOf(origins);
        this.streets = List.copyOf(streets);
        this.weight = origins.stream().mapToInt(Origin::weight).sum();
    }

    static Names read() {
        return new Names(origins(lines("names.txt")), lines("streets.txt"));
    }

    Origin origin(Dice dice) {
        int left = dice.below(weight);
        for (Origin origin : origins) {
            left -= origin.weight();
            if (left < 0) {
                return origin;
            }
        }
        throw new IllegalStateException("the weights of the origins don't add up");
    }

    /** A child's given name: of the family's origin, or as often as not of the country. */
    String child(Dice dice, Origin origin, Gender gender) {
        Origin chosen = dice.percent(60) ? origin : origins.get(0);
        return dice.oneOf(chosen.children(gender));
    }

    String adult(Dice dice, Origin origin, Gender gender) {
        Origin chosen = dice.percent(85) ? origin : origins.get(0);
        return dice.oneOf(chosen.adults(gender));
    }

    String street(Dice dice) {
        return dice.oneOf(streets);
    }

    List<Origin> origins() {
        return origins;
    }

    private static List<Origin> origins(List<String> lines) {
        List<Origin> origins = new ArrayList<>();
        Map<String, List<String>> kinds = new HashMap<>();
        int weight = 0;
        for (String line : lines) {
            if (line.startsWith("[")) {
                if (weight > 0) {
                    origins.add(origin(weight, kinds));
                }
                kinds = new HashMap<>();
                weight = Integer.parseInt(line.substring(line.indexOf(' ') + 1, line.length() - 1));
            } else {
                int colon = line.indexOf(": ");
                List<String> names = Arrays.asList(line.substring(colon + 2).split(", "));
                kinds.put(line.substring(0, colon), names);
            }
        }
        origins.add(origin(weight, kinds));
        return origins;
    }

    private static Origin origin(int weight, Map<String, List<String>> kinds) {
        List<String> girls = kinds.getOrDefault("girls", List.of());
        List<String> boys = kinds.getOrDefault("boys", List.of());
        return new Origin(
                weight,
                girls,
                boys,
                kinds.getOrDefault("women", girls),
                kinds.getOrDefault("men", boys),
                kinds.getOrDefault("families", List.of()));
    }

    private static List<String> lines(String resource) {
        InputStream stream = Names.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException(resource + " is missing from the module");
        }
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
