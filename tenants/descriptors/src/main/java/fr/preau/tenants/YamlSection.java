package fr.preau.tenants;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of a YAML file with exactly the keys that are expected; some may be left out.
 *
 * <p>It works on the composed nodes, not on loaded objects, since only these know their line.
 */
final class YamlSection {

    private final Path file;
    private final Node node;
    private final Map<String, Node> values;

    private YamlSection(Path file, Node node, Map<String, Node> values) {
        this.file = file;
        this.node = node;
        this.values = values;
    }

    /**
     * @throws DescriptorException if the text isn't YAML or its keys are not these
     */
    static YamlSection parse(Path file, String text, Set<String> mayBeLeftOut, String... keys) {
        LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
        Node root;
        try {
            root =
                    new Compose(settings)
                            .composeString(text)
                            .orElseThrow(
                                    () -> new DescriptorException(file, 1, "the file is empty"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(YamlSection::lineOf).orElse(1);
            throw new DescriptorException(file, line, "not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new DescriptorException(file, 1, "not YAML: " + e.getMessage());
        }
        return of(file, root, mayBeLeftOut, keys);
    }

    private static YamlSection of(Path file, Node node, Set<String> mayBeLeftOut, String... keys) {
        if (!(node instanceof MappingNode mapping)) {
            throw new DescriptorException(file, lineOf(node), "keys with values are expected");
        }
        Set<String> expected = new LinkedHashSet<>(Arrays.asList(keys));
        expected.addAll(mayBeLeftOut);
        Map<String, Node> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode name ? name.getValue() : "?";
            int line = lineOf(tuple.getKeyNode());
            if (!expected.contains(key)) {
                throw new DescriptorException(
                        file, line, "unknown key « " + key + " », known are " + expected);
            }
            if (values.put(key, tuple.getValueNode()) != null) {
                throw new DescriptorException(file, line, "« " + key + " » stands twice");
            }
        }
        expected.removeAll(values.keySet());
        expected.removeAll(mayBeLeftOut);
        if (!expected.isEmpty()) {
            throw new DescriptorException(file, lineOf(node), "missing " + expected);
        }
        return new YamlSection(file, node, values);
    }

    YamlSection section(String key, String... keys) {
        return of(file, value(key), Set.of(), keys);
    }

    /** The value of the key as what the function makes of it; its refusal names the line. */
    <T> T read(String key, Function<String, T> make) {
        Node value = value(key);
        String text = scalar(value);
        return checked(value, () -> make.apply(text));
    }

    int number(String key, int least, int most) {
        return read(
                key,
                text -> {
                    int number = parsed(text, Integer::valueOf, "a whole number");
                    Check.range(number, least, most);
                    return number;
                });
    }

    /**
     * @param most its greatest size, on either side of zero
     */
    double decimal(String key, double most) {
        return read(
                key,
                text -> {
                    double number = parsed(text, Double::valueOf, "a number");
                    Check.range(number, -most, most);
                    return number;
                });
    }

    private static <T> T parsed(String text, Function<String, T> parse, String expected) {
        try {
            return parse.apply(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("« " + text + " » is not " + expected, e);
        }
    }

    /**
     * The texts of a list, each checked by the function, whose refusal names its line; none where
     * the key was left out.
     */
    <T> List<T> list(String key, Function<String, T> make) {
        if (!values.containsKey(key)) {
            return List.of();
        }
        if (!(value(key) instanceof SequenceNode sequence)) {
            throw new DescriptorException(file, line(key), "« " + key + " » must be a list");
        }
        List<T> list = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            String text = scalar(item);
            list.add(checked(item, () -> make.apply(text)));
        }
        return list;
    }

    /** What the supplier makes of the whole section; its refusal names the section's line. */
    <T> T make(Supplier<T> make) {
        return checked(node, make);
    }

    int line(String key) {
        return lineOf(value(key));
    }

    private Node value(String key) {
        Node value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no key « " + key + " » was expected here");
        }
        return value;
    }

    private <T> T checked(Node value, Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw new DescriptorException(file, lineOf(value), String.valueOf(e.getMessage()));
        }
    }

    private String scalar(Node value) {
        if (!(value instanceof ScalarNode scalar)) {
            throw new DescriptorException(file, lineOf(value), "a single value is expected");
        }
        return scalar.getValue();
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(YamlSection::lineOf).orElse(1);
    }

    private static int lineOf(Mark mark) {
        return mark.getLine() + 1;
    }
}
