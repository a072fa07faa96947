package fr.preau.core.plugins.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The list of calls that a module may not make, or that who reviews it should see. */
public final class SensitiveCalls {

    private static final String LIST = "sensitive-calls.txt";

    private static final SensitiveCall OPENS_A_FILE =
            new SensitiveCall(
                    "files", "keep files with Préau's file service (permission « files »)", true);

    private static final SensitiveCall OPENS_AN_ADDRESS =
            new SensitiveCall(
                    "network", "the host opens connections (permission « network »)", true);

    /** They hold a name and open nothing by themselves. */
    private static final Set<String> NAMES =
            Set.of("java.io.File", "java.nio.file.Path", "java.net.URL");

    private static final SensitiveCalls READ = read();

    private final Map<String, List<SensitiveRule>> ofClasses = new HashMap<>();
    private final Map<String, List<SensitiveRule>> ofPackages = new HashMap<>();

    private SensitiveCalls() {}

    /**
     * @param owner name of the class, as {@code Class.getName} has it
     * @param member name of a method, {@code <init>}, or {@code subclass} with an empty descriptor
     * @param descriptor of the method, as in a class file
     */
    public static Optional<SensitiveCall> find(String owner, String member, String descriptor) {
        return READ.rules(owner).stream()
                .filter(rule -> rule.names(member, descriptor))
                .map(SensitiveRule::call)
                .findFirst()
                .or(() -> opening(owner, descriptor));
    }

    /** The one that is refused, if it is. */
    public static Optional<SensitiveCall> refused(String owner, String member, String descriptor) {
        return find(owner, member, descriptor).filter(SensitiveCall::refused);
    }

    /** Whether extending the class is refused. */
    public static Optional<SensitiveCall> extending(String owner) {
        return refused(owner, SensitiveRule.SUBCLASS, "");
    }

    private static Optional<SensitiveCall> opening(String owner, String descriptor) {
        if (NAMES.contains(owner) || !isOfThePlatform(owner)) {
            return Optional.empty();
        }
        String parameters = descriptor.substring(0, descriptor.indexOf(')') + 1);
        if (parameters.contains("Ljava/io/File;") || parameters.contains("Ljava/nio/file/Path;")) {
            return Optional.of(OPENS_A_FILE);
        }
        return parameters.contains("Ljava/net/URL;")
                ? Optional.of(OPENS_AN_ADDRESS)
                : Optional.empty();
    }

    private static boolean isOfThePlatform(String owner) {
        return owner.startsWith("java.")
                || owner.startsWith("javax.")
                || owner.startsWith("jakarta.")
                || owner.startsWith("gg.jte.");
    }

    private List<SensitiveRule> rules(String owner) {
        List<SensitiveRule> rules = new ArrayList<>(ofClasses.getOrDefault(owner, List.of()));
        int dot = owner.lastIndexOf('.');
        while (dot > 0) {
            rules.addAll(ofPackages.getOrDefault(owner.substring(0, dot), List.of()));
            dot = owner.lastIndexOf('.', dot - 1);
        }
        return rules;
    }

    private static SensitiveCalls read() {
        SensitiveCalls calls = new SensitiveCalls();
        try (InputStream in = SensitiveCalls.class.getResourceAsStream(LIST);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            calls.take(
                    lines.lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .toList());
            return calls;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(List<String> lines) {
        SensitiveCall section = OPENS_A_FILE;
        for (String line : lines) {
            if (line.startsWith("[")) {
                section = section(line);
            } else {
                List<String> words = List.of(line.split(" ", -1));
                add(words.get(0), SensitiveRule.parse(section, words.subList(1, words.size())));
            }
        }
    }

    private static SensitiveCall section(String line) {
        int end = line.indexOf(']');
        boolean listed = line.startsWith("[? ");
        return new SensitiveCall(
                line.substring(listed ? 3 : 1, end), line.substring(end + 1).strip(), !listed);
    }

    private void add(String owner, SensitiveRule rule) {
        if (owner.endsWith(".*")) {
            String name = owner.substring(0, owner.length() - 2);
            ofPackages.computeIfAbsent(name, any -> new ArrayList<>()).add(rule);
        } else {
            ofClasses.computeIfAbsent(owner, any -> new ArrayList<>()).add(rule);
        }
    }
}
