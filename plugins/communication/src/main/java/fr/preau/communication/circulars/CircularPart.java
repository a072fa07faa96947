package fr.preau.communication.circulars;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a circular consists of. Each part has a digest of its own beside that of the whole, so that
 * whoever checks the seal is told which one was changed.
 */
public enum CircularPart {
    WORDS,
    CONDITIONS,
    DEADLINE,
    AUTHOR,
    READERS;

    /** The digests of all parts as the table has them, a line each. */
    static String digests(Seal sealing, String salt, Map<CircularPart, List<String>> said) {
        return Stream.of(values())
                .map(part -> part + " " + sealing.digest(salt, part.content(said)))
                .collect(Collectors.joining("\n"));
    }

    /** The parts that say something else than when they were sealed. */
    static List<CircularPart> changed(
            Seal sealing, String digests, String salt, Map<CircularPart, List<String>> said) {
        Map<CircularPart, String> kept = kept(digests);
        return Stream.of(values())
                .filter(
                        part ->
                                !sealing.isDigest(
                                        kept.getOrDefault(part, ""), salt, part.content(said)))
                .toList();
    }

    private static Map<CircularPart, String> kept(String digests) {
        Map<CircularPart, String> kept = new EnumMap<>(CircularPart.class);
        for (CircularPart part : values()) {
            digests.lines()
                    .filter(line -> line.startsWith(part + " "))
                    .forEach(line -> kept.put(part, line.substring(part.name().length() + 1)));
        }
        return kept;
    }

    private List<String> content(Map<CircularPart, List<String>> said) {
        return Stream.concat(Stream.of("part", name()), said.getOrDefault(this, List.of()).stream())
                .toList();
    }
}
