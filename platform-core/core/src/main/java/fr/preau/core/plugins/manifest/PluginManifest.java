package fr.preau.core.plugins.manifest;

import fr.preau.api.plugin.Permission;
import fr.preau.api.school.Uai;
import fr.preau.core.reasons.HostReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.VersionRange;

/**
 * Who a module says it is and what it asks for, in {@value #ENTRY} of its jar; its shape is {@code
 * plugin.schema.json} of the plugin API.
 *
 * @param id lower case words with hyphens, but not {@code core} or {@code platform}; the first part
 *     of its addresses, its events and its tables
 * @param api the versions of the plugin API it runs with
 * @param title in French, as a user calls the module
 * @param description in French
 * @param licence an SPDX expression
 * @param college what it is at collèges
 * @param departement what it is at the Département's own place; empty when it can't be on there
 * @param permissions what it asks to see or do
 * @param offers the services it has for other modules
 * @param publishes the facts it tells
 * @param listens the facts it wants to hear of
 * @param notices the kinds of things that it tells people
 * @param tables what its migrations make
 */
public record PluginManifest(
        String id,
        String version,
        VersionRange api,
        String title,
        String description,
        Publisher publisher,
        String licence,
        PlacePart college,
        Optional<PlacePart> departement,
        List<AskedPermission> permissions,
        Set<String> offers,
        List<UsedService> uses,
        Set<String> publishes,
        Set<String> listens,
        List<DeclaredSetting> settings,
        List<DeclaredNotice> notices,
        Set<String> tables) {

    /** Where it stands in the jar. */
    public static final String ENTRY = "META-INF/preau/plugin.json";

    private static final int LARGEST = 100_000;

    public PluginManifest {
        permissions = List.copyOf(permissions);
        offers = Set.copyOf(offers);
        uses = List.copyOf(uses);
        publishes = Set.copyOf(publishes);
        listens = Set.copyOf(listens);
        settings = List.copyOf(settings);
        notices = List.copyOf(notices);
        tables = Set.copyOf(tables);
    }

    /** Reads the manifest of a jar without loading anything of it. */
    public static PluginManifest of(Path jar) throws PluginRefused {
        return parse(text(jar));
    }

    /** The text of the manifest of a jar. */
    public static String text(Path jar) throws PluginRefused {
        try (JarFile file = new JarFile(jar.toFile())) {
            JarEntry entry = file.getJarEntry(ENTRY);
            if (entry == null) {
                throw new PluginRefused(jar.getFileName() + " has no " + ENTRY);
            }
            byte[] text = file.getInputStream(entry).readNBytes(LARGEST);
            return new String(text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new PluginRefused(HostReason.NO_JAR.with(jar.getFileName()), e);
        }
    }

    /** Reads a manifest; each mistake is named with its line. */
    public static PluginManifest parse(String text) throws PluginRefused {
        ManifestReading reading = ManifestReading.of(text);
        Optional<PluginManifest> manifest = reading.manifest();
        if (manifest.isEmpty()) {
            throw new PluginRefused(
                    reading.mistakes().stream()
                            .map(ManifestMistake::toString)
                            .collect(Collectors.joining("; ", ENTRY + ": ", "")));
        }
        return manifest.get();
    }

    /** What it is at a place. */
    public PlacePart at(Uai place) {
        return place.isDepartement() ? departement.orElse(PlacePart.NOTHING) : college;
    }

    /** What it asks for, without the reasons. */
    public Set<Permission> asked() {
        return permissions.stream().map(AskedPermission::permission).collect(Collectors.toSet());
    }

    /** The servers it may talk to. */
    public Set<String> hosts() {
        return permissions.stream()
                .flatMap(asked -> asked.hosts().stream())
                .collect(Collectors.toSet());
    }

    /** A kind of notice that it declares. */
    public Optional<DeclaredNotice> notice(String kind) {
        return notices.stream().filter(declared -> declared.id().equals(kind)).findFirst();
    }

    /** How the names of its tables begin. */
    public String tablePrefix() {
        return tablePrefix(id);
    }

    static String tablePrefix(String id) {
        return id.replace('-', '_') + "_";
    }

    /** The services without which it does not answer. */
    public Stream<String> required() {
        return uses.stream().filter(UsedService::required).map(UsedService::name);
    }
}
