package fr.preau.core.plugins;

import fr.preau.api.plugin.Permission;
import fr.preau.api.school.Profile;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Who a plugin says it is, in {@value #ENTRY} of its jar.
 *
 * @param id lower case words with hyphens, but not {@code core} or {@code platform}; the first part
 *     of its addresses and of its tables
 * @param title in French, as a user calls the module
 * @param permissions what it asks to see or do
 */
public record PluginManifest(
        String id,
        String version,
        String title,
        String publisher,
        Set<Profile> profiles,
        Set<Permission> permissions) {

    static final String ENTRY = "META-INF/preau/plugin.json";

    private static final int LARGEST = 100_000;

    public PluginManifest {
        profiles = Set.copyOf(profiles);
        permissions = Set.copyOf(permissions);
    }

    /** Reads the manifest of a jar without loading anything of it. */
    public static PluginManifest of(Path jar) throws PluginRefused {
        try (JarFile file = new JarFile(jar.toFile())) {
            JarEntry entry = file.getJarEntry(ENTRY);
            if (entry == null) {
                throw new PluginRefused(jar.getFileName() + " has no " + ENTRY);
            }
            byte[] text = file.getInputStream(entry).readNBytes(LARGEST);
            return parse(new String(text, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new PluginRefused(jar.getFileName() + " is not a readable jar", e);
        }
    }

    /** Reads a manifest; what is wrong with it is named. */
    public static PluginManifest parse(String text) throws PluginRefused {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new PluginManifest(
                    word(json, "id", "(?!core$|platform$)[a-z][a-z0-9]*(-[a-z0-9]+)*"),
                    word(json, "version", "[0-9]+\\.[0-9]+\\.[0-9]+([.-][A-Za-z0-9.-]+)?"),
                    word(json, "title", ".{1,60}"),
                    word(json, "publisher", ".{1,120}"),
                    profiles(json),
                    permissions(json));
        } catch (JsonException | ClassCastException e) {
            throw new PluginRefused(ENTRY + ": " + e.getMessage(), e);
        }
    }

    private static String word(JsonObject json, String key, String shape) throws PluginRefused {
        if (!(json.get(key) instanceof JsonString value)) {
            throw new PluginRefused(ENTRY + ": « " + key + " » is missing or not a text");
        }
        if (!value.getString().matches(shape)) {
            throw new PluginRefused(
                    ENTRY + ": « " + key + " » can't be « " + value.getString() + " »");
        }
        return value.getString();
    }

    private static List<String> words(JsonObject json, String key) throws PluginRefused {
        List<String> words = new ArrayList<>();
        if (json.get(key) instanceof JsonArray array) {
            for (JsonValue value : array) {
                words.add(((JsonString) value).getString());
            }
            return words;
        }
        throw new PluginRefused(ENTRY + ": « " + key + " » is missing or not a list");
    }

    private static Set<Profile> profiles(JsonObject json) throws PluginRefused {
        Set<Profile> profiles = EnumSet.noneOf(Profile.class);
        for (String name : words(json, "profiles")) {
            try {
                profiles.add(Profile.valueOf(name));
            } catch (IllegalArgumentException e) {
                throw new PluginRefused(ENTRY + ": no profile is called « " + name + " »", e);
            }
        }
        return profiles;
    }

    private static Set<Permission> permissions(JsonObject json) throws PluginRefused {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (String code : words(json, "permissions")) {
            permissions.add(
                    Permission.ofCode(code)
                            .orElseThrow(
                                    () ->
                                            new PluginRefused(
                                                    ENTRY
                                                            + ": no permission is called « "
                                                            + code
                                                            + " »")));
        }
        return permissions;
    }
}
