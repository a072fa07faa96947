package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.core.plugins.trust.BillOfMaterials;
import fr.preau.core.plugins.trust.LicenceText;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The jars that the built web application really holds, and what we say that it holds. */
@DisabledIfSystemProperty(
        named = "preau.maven",
        matches = "offline: true",
        disabledReason = "Maven writes the bill of materials only when it is online")
class WhatIsShippedIT {

    private static final Path ROOT = Path.of(System.getProperty("preau.root", ".."));
    private static final Path WAR = ROOT.resolve("platform-core/portal/target/preau-portal.war");

    /** Jars by their path in the web application. */
    private static final Map<String, byte[]> SHIPPED = new TreeMap<>();

    @BeforeAll
    static void openTheWebApplication() throws IOException {
        SHIPPED.putAll(jarsIn(Files.newInputStream(WAR)));
        for (Map.Entry<String, byte[]> jar : List.copyOf(SHIPPED.entrySet())) {
            jarsIn(new ByteArrayInputStream(jar.getValue()))
                    .forEach((name, bytes) -> SHIPPED.put(jar.getKey() + "!" + name, bytes));
        }
    }

    private static Map<String, byte[]> jarsIn(InputStream archive) throws IOException {
        Map<String, byte[]> jars = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(archive)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".jar")) {
                    jars.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return jars;
    }

    @Test
    void theBundlesForTheModulesAreAmongThem() {
        assertThat(SHIPPED.keySet())
                .anyMatch(
                        path ->
                                path.endsWith(
                                        "!fr/preau/core/plugins/bundles/"
                                                + "org.apache.felix.scr.jar"));
    }

    @Test
    void everyJarOfOthersIsInTheBillOfMaterials() throws Exception {
        List<JsonObject> listed = listed();
        for (Map.Entry<String, byte[]> jar : SHIPPED.entrySet()) {
            if (!isOurs(jar.getKey())) {
                assertThat(component(listed, jar.getValue())).as(jar.getKey()).isPresent();
            }
        }
    }

    @Test
    void everyJarOfOursIsInTheBillOfMaterials() throws Exception {
        List<String> listed =
                listed().stream()
                        .map(each -> each.getString("name") + "-" + each.getString("version"))
                        .toList();
        for (String path : SHIPPED.keySet()) {
            if (isOurs(path)) {
                assertThat(listed).contains(path.replaceAll(".*/", "").replaceAll("\\.jar$", ""));
            }
        }
    }

    @Test
    void everyModuleOfOursBringsItsBillOfMaterialsAndItsLicence() throws Exception {
        List<Path> modules;
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("preau.plugins")))) {
            modules = jars.filter(jar -> jar.toString().endsWith(".jar")).toList();
        }
        assertThat(modules).isNotEmpty();
        for (Path module : modules) {
            assertThat(BillOfMaterials.of(module))
                    .as(module.toString())
                    .isInstanceOf(BillOfMaterials.Listed.class);
            assertThat(LicenceText.of(module)).as(module.toString()).isPresent();
        }
    }

    @Test
    void everyJarOfOthersHasItsLicenceInTheDocument() throws Exception {
        List<JsonObject> listed = listed();
        List<String> document = Files.readAllLines(ROOT.resolve("docs/licences.md"));
        for (Map.Entry<String, byte[]> jar : SHIPPED.entrySet()) {
            if (!isOurs(jar.getKey())) {
                JsonObject component = component(listed, jar.getValue()).orElseThrow();
                String start = "| `" + component.getString("name") + "` | ";
                assertThat(document)
                        .as(component.getString("name"))
                        .anySatisfy(
                                line ->
                                        assertThat(line)
                                                .startsWith(start)
                                                .contains(licences(component)));
            }
        }
    }

    private static boolean isOurs(String path) {
        return path.matches(".*/preau-[^/!]*\\.jar");
    }

    private static List<JsonObject> listed() throws IOException {
        try (JsonReader reader =
                Json.createReader(Files.newInputStream(ROOT.resolve("target/preau-sbom.json")))) {
            return List.copyOf(
                    reader.readObject().getJsonArray("components").getValuesAs(JsonObject.class));
        }
    }

    private static Optional<JsonObject> component(List<JsonObject> listed, byte[] jar)
            throws Exception {
        String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar));
        return listed.stream().filter(each -> digests(each).anyMatch(digest::equals)).findFirst();
    }

    private static Stream<String> digests(JsonObject component) {
        return component.containsKey("hashes")
                ? component.getJsonArray("hashes").getValuesAs(JsonObject.class).stream()
                        .map(hash -> hash.getString("content"))
                : Stream.empty();
    }

    private static List<String> licences(JsonObject component) {
        return component.getJsonArray("licenses").getValuesAs(JsonObject.class).stream()
                .map(each -> each.getJsonObject("license"))
                .map(each -> each.getString("id", each.getString("name", "?")))
                .toList();
    }
}
