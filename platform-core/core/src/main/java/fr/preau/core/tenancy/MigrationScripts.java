package fr.preau.core.tenancy;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * The versioned SQL scripts of one owner, named as Flyway wants them ({@code V1__messages.sql}).
 *
 * <p>They are read once and handed to Flyway as text: it can search neither Liberty's class path
 * nor a bundle by itself.
 */
public record MigrationScripts(List<Script> scripts) {

    /** One script: its file name and its SQL. */
    public record Script(String name, String sql) {

        MigrationVersion version() {
            int end = name.indexOf("__");
            if (!name.startsWith("V") || end < 2 || !name.endsWith(".sql")) {
                throw new IllegalArgumentException(
                        "« " + name + " » is not named like V1__what_it_does.sql");
            }
            return MigrationVersion.fromVersion(name.substring(1, end));
        }
    }

    public MigrationScripts {
        scripts = scripts.stream().sorted(Comparator.comparing(Script::version)).toList();
    }

    /** Scripts that stand beside a class. */
    public static MigrationScripts beside(Class<?> owner, String folder, String... names) {
        List<Script> scripts = new ArrayList<>();
        for (String name : names) {
            try (InputStream in = owner.getResourceAsStream(folder + "/" + name)) {
                if (in == null) {
                    throw new IllegalArgumentException("no script " + folder + "/" + name);
                }
                scripts.add(
                        new Script(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new MigrationScripts(scripts);
    }

    public boolean isEmpty() {
        return scripts.isEmpty();
    }

    /** The version that a schema has once all are run; empty text when there is none. */
    public String lastVersion() {
        return scripts.isEmpty() ? "" : scripts.get(scripts.size() - 1).version().getVersion();
    }

    ResourceProvider asResourceProvider() {
        List<LoadableResource> resources =
                scripts.stream().map(MigrationScripts::loadable).toList();
        return new ResourceProvider() {
            @Override
            public @Nullable LoadableResource getResource(String name) {
                return resources.stream()
                        .filter(resource -> resource.getFilename().equals(name))
                        .findFirst()
                        .orElse(null);
            }

            @Override
            public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
                return resources.stream()
                        .filter(resource -> resource.getFilename().startsWith(prefix))
                        .toList();
            }
        };
    }

    private static LoadableResource loadable(Script script) {
        return new LoadableResource() {
            @Override
            public Reader read() {
                return new StringReader(script.sql());
            }

            @Override
            public String getAbsolutePath() {
                return script.name();
            }

            @Override
            public String getAbsolutePathOnDisk() {
                return script.name();
            }

            @Override
            public String getFilename() {
                return script.name();
            }

            @Override
            public String getRelativePath() {
                return script.name();
            }
        };
    }
}
