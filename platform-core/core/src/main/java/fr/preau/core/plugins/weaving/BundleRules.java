package fr.preau.core.plugins.weaving;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a module's OSGi manifest may ask for: packages of the host, and to be looked at by
 * Declarative Services.
 */
public final class BundleRules {

    /** Headers with which a bundle would act on the framework or on other bundles. */
    private static final Map<String, String> REFUSED =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("Fragment-Host", "a module adds nothing to another bundle"),
                            Map.entry("Bundle-Activator", "a module starts with its component"),
                            Map.entry("ExtensionBundle-Activator", "a module extends no framework"),
                            Map.entry("Felix-Activator", "a module extends no framework"),
                            Map.entry("Bundle-NativeCode", "the host loads no native code"),
                            Map.entry("Require-Bundle", "a module imports packages of the host"),
                            Map.entry("DynamicImport-Package", "a module names what it imports"),
                            Map.entry("Export-Package", "modules share no classes"),
                            Map.entry("Launcher-Agent-Class", "a module is no agent")));

    /** Of them a bundle could reach other bundles, or the host. */
    private static final Pattern REFUSED_IMPORT =
            Pattern.compile("\\s*(org\\.osgi\\.|org\\.apache\\.felix\\.|fr\\.preau\\.core\\.).*");

    private static final Pattern COMPONENT = Pattern.compile("OSGI-INF/[A-Za-z0-9_.$*-]+\\.xml");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private BundleRules() {}

    /**
     * @param headers of the bundle's main section, in any case
     * @return what is wrong, nothing for a bundle that may be installed
     */
    public static Optional<String> problem(Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        return Stream.of(refusedHeaders(all), imports(all), capabilities(all), components(all))
                .flatMap(problems -> problems)
                .findFirst();
    }

    private static Stream<String> refusedHeaders(Map<String, String> headers) {
        return REFUSED.entrySet().stream()
                .filter(refused -> headers.containsKey(refused.getKey()))
                .map(refused -> "its manifest has " + refused.getKey() + ": " + refused.getValue());
    }

    private static Stream<String> imports(Map<String, String> headers) {
        return names(headers.getOrDefault("Import-Package", ""))
                .filter(name -> REFUSED_IMPORT.matcher(name + ".").matches())
                .map(name -> "it imports " + name.strip() + ", which is not a module's");
    }

    private static Stream<String> capabilities(Map<String, String> headers) {
        return names(headers.getOrDefault("Provide-Capability", ""))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.equals("osgi.service"))
                .map(name -> "it provides " + name + ": a module provides services only");
    }

    private static Stream<String> components(Map<String, String> headers) {
        return Stream.of(headers.getOrDefault("Service-Component", "").split(",", -1))
                .map(String::strip)
                .filter(path -> !path.isEmpty() && !COMPONENT.matcher(path).matches())
                .map(path -> "its component " + path + " is not in OSGI-INF");
    }

    /** The names of a header's clauses; one clause may have several, before its attributes. */
    private static Stream<String> names(String header) {
        List<String> clauses = List.of(QUOTED.matcher(header).replaceAll("").split(",", -1));
        return clauses.stream()
                .flatMap(clause -> Stream.of(clause.split(";", -1)))
                .filter(name -> !name.contains("="));
    }
}
