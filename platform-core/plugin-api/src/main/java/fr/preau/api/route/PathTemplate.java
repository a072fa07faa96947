package fr.preau.api.route;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An address with named holes below a module, as in {@code /messages/{thread}}.
 *
 * @param segments the parts between slashes; a hole stands in braces
 */
public record PathTemplate(List<String> segments) {

    public PathTemplate {
        segments = List.copyOf(segments);
        for (String segment : segments) {
            if (!segment.matches("[a-z0-9.-]+|\\{[a-zA-Z]+}")) {
                throw new IllegalArgumentException(
                        "« " + segment + " » is neither a plain word nor a hole like {thread}");
            }
        }
    }

    public static PathTemplate of(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("an address begins with a slash: " + path);
        }
        return new PathTemplate(split(path));
    }

    /** The parts of a path; a final slash does not count. */
    public static List<String> split(String path) {
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return bare.isEmpty() ? List.of() : List.of(bare.substring(1).split("/", -1));
    }

    public static boolean isHole(String segment) {
        return segment.startsWith("{");
    }

    /** What stands in the holes, if the path has this shape. */
    public Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> holes = new LinkedHashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String expected = segments.get(i);
            String actual = path.get(i);
            if (isHole(expected)) {
                holes.put(expected.substring(1, expected.length() - 1), actual);
            } else if (!expected.equals(actual)) {
                return Optional.empty();
            }
        }
        return Optional.of(holes);
    }

    @Override
    public String toString() {
        return "/" + String.join("/", segments);
    }
}
