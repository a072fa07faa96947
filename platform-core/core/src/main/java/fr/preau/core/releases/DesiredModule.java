package fr.preau.core.releases;

import fr.preau.api.plugin.Permission;
import fr.preau.core.plugins.manifest.PluginManifest;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What should run of a module.
 *
 * @param release the SHA-256 of the release; empty when the module was removed
 * @param previous of the one that ran before
 * @param since when somebody last changed it
 * @param granted what the module may see and do
 * @param hosts the servers it may talk to
 */
public record DesiredModule(
        String module,
        Optional<String> release,
        Optional<String> previous,
        Instant since,
        String changedBy,
        Set<Permission> granted,
        Set<String> hosts) {

    public DesiredModule {
        granted = Set.copyOf(granted);
        hosts = Set.copyOf(hosts);
    }

    /** Nothing, of a module that was brought and never wanted. */
    public static DesiredModule nothing(Release brought) {
        return new DesiredModule(
                brought.module(),
                Optional.empty(),
                Optional.empty(),
                brought.addedAt(),
                brought.addedBy(),
                Set.of(),
                Set.of());
    }

    /** Whether no release of it was ever wanted. */
    public boolean neverWanted() {
        return release.isEmpty() && previous.isEmpty();
    }

    /** What a release gets: of what was granted, what it asks for. */
    public Set<Permission> grantedTo(PluginManifest manifest) {
        Set<Permission> both = EnumSet.noneOf(Permission.class);
        both.addAll(manifest.asked());
        both.retainAll(granted);
        return both;
    }

    /** Whether a release asks for nothing that was not granted. */
    public boolean covers(Release asking) {
        return granted.containsAll(asking.manifest().asked())
                && hosts.containsAll(asking.manifest().hosts());
    }
}
