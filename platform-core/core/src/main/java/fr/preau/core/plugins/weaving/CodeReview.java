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
 * @param deprecated what it uses of the API that is going to leave, sorted, each once
 */
public record CodeReview(
        List<Mention> mentions,
        boolean complete,
        List<String> problems,
        List<DeprecatedUse> deprecated) {

    public CodeReview {
        mentions = List.copyOf(mentions);
        problems = List.copyOf(problems);
        deprecated = List.copyOf(deprecated);
    }

    /** Reads a jar. */
    public static CodeReview of(Path jar) throws IOException {
        return of(jar, DeprecatedApi.ofPlugins());
    }

    /** Reads a jar that was written for this API. */
    static CodeReview of(Path jar, DeprecatedApi api) throws IOException {
        return new JarReading(api).read(jar);
    }

    /** How many mentions there are of each category. */
    public Map<String, Long> counts() {
        return mentions.stream()
                .collect(Collectors.groupingBy(Mention::category, Collectors.counting()));
    }
}
