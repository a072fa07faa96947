package fr.preau.portal.pages;

import fr.preau.api.plugin.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What running a release would change, shown before it is done.
 *
 * @param release the SHA-256 of the release
 * @param from the version that should run now
 * @param enabled at how many of the active collèges the module is on
 * @param migrated at how many collèges tables would change
 * @param seconds about how long that takes; null when nobody knows
 * @param scripts what would be run at a collège that lacks it
 * @param undone what would be taken back at a collège that has it
 * @param irreversible of these what nothing takes back: with one of them it can't be
 * @param more permissions it asks for beyond those that were granted
 * @param fewer permissions it gives back
 * @param losing modules that lose a service
 * @param trial what came of its scripts on a copy; null when nobody tried
 */
public record RehearsalPage(
        String module,
        String title,
        String release,
        String version,
        @Nullable String from,
        ReleaseStep step,
        int enabled,
        int migrated,
        @Nullable Long seconds,
        List<String> scripts,
        List<String> undone,
        List<String> irreversible,
        List<PermissionLine> more,
        List<Permission> fewer,
        List<LosingModule> losing,
        @Nullable TrialLine trial) {

    public RehearsalPage {
        scripts = List.copyOf(scripts);
        undone = List.copyOf(undone);
        irreversible = List.copyOf(irreversible);
        more = List.copyOf(more);
        fewer = List.copyOf(fewer);
        losing = List.copyOf(losing);
    }

    /** Whether nothing stands in the way but a yes. */
    public boolean possible() {
        return step != ReleaseStep.NONE && irreversible.isEmpty();
    }
}
