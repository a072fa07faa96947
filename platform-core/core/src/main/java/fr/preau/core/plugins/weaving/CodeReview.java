package fr.preau.core.plugins.weaving;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a module's classes and the libraries in its jar name of the sensitive API, read without
 * loading anything.
 *
 * @param mentions sorted, each once
 * @param complete whether these are all of them
 * @param problems for which the jar can't run here, each in words for the operator
 */
public record CodeReview(List<Mention> mentions, boolean complete, List<String> problems) {

    public CodeReview {
        mentions = List.copyOf(mentions);
        problems = List.copyOf(problems);
    }

    /** Reads a jar. */
    public static CodeReview of(Path jar) throws IOException {
        return new JarReading().read(jar);
    }

    /** How many mentions there are of each category. */
    public Map<String, Long> counts() {
        return mentions.stream()
                .collect(Collectors.groupingBy(Mention::category, Collectors.counting()));
    }
}
