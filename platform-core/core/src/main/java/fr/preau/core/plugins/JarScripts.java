package fr.preau.core.plugins;

import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.core.tenancy.MigrationScripts.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The migrations of a module, read from its jar without loading anything of it. */
public final class JarScripts {

    private static final String FOLDER = "db/migration/";

    private static final int LARGEST = 1_000_000;

    private JarScripts() {}

    /**
     * @throws PluginRefused when a script can't be read, or makes a table that the manifest does
     *     not name
     */
    public static MigrationScripts of(Path jar, PluginManifest manifest) throws PluginRefused {
        List<Script> scripts = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().filter(JarScripts::isScript).toList()) {
                byte[] sql = file.getInputStream(entry).readNBytes(LARGEST + 1);
                if (sql.length > LARGEST) {
                    throw new PluginRefused(entry.getName() + " is larger than " + LARGEST);
                }
                scripts.add(
                        new Script(
                                entry.getName().substring(FOLDER.length()),
                                new String(sql, StandardCharsets.UTF_8)));
            }
            MigrationScripts all = MigrationScripts.of(scripts);
            requireDeclared(manifest, all.tablesMade());
            return all;
        } catch (IOException e) {
            throw new PluginRefused("the scripts of " + manifest.id() + " can't be read", e);
        } catch (IllegalArgumentException e) {
            throw new PluginRefused(manifest.id() + ": " + e.getMessage(), e);
        }
    }

    private static boolean isScript(JarEntry entry) {
        String name = entry.getName();
        return name.startsWith(FOLDER)
                && name.endsWith(".sql")
                && name.indexOf('/', FOLDER.length()) < 0;
    }

    /** What is not declared would be neither exported nor erased with the module. */
    private static void requireDeclared(PluginManifest manifest, Set<String> made)
            throws PluginRefused {
        List<String> undeclared =
                made.stream()
                        .filter(table -> table.startsWith(manifest.tablePrefix()))
                        .filter(table -> !manifest.tables().contains(table))
                        .sorted()
                        .toList();
        if (!undeclared.isEmpty()) {
            throw new PluginRefused(
                    PluginManifest.ENTRY
                            + ": « tables » does not name "
                            + String.join(", ", undeclared));
        }
    }
}
