package fr.preau.core.releases;

import fr.preau.core.plugins.manifest.AskedPermission;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What would change if a release ran in the place of the one that runs now; nothing is done.
 *
 * @param from what runs now
 * @param more the permissions it asks for beyond those that were granted
 * @param fewer the codes of those that were granted and that it does not ask for
 * @param scripts what would be run at each collège that lacks it, by file name
 * @param undone what would be taken back at each collège that has it, by file name
 * @param irreversible of these the ones that nothing undoes: with one of them it can't be
 * @param colleges how many collèges would be migrated or taken back
 * @param usual how long a migration of this module took at a collège, half of the time
 * @param losing services that it offers no more and others use
 */
public record Rehearsal(
        Optional<Release> from,
        Release to,
        List<AskedPermission> more,
        List<String> fewer,
        List<String> scripts,
        List<String> undone,
        List<String> irreversible,
        int colleges,
        Optional<Duration> usual,
        List<LostService> losing) {

    public Rehearsal {
        more = List.copyOf(more);
        fewer = List.copyOf(fewer);
        scripts = List.copyOf(scripts);
        undone = List.copyOf(undone);
        irreversible = List.copyOf(irreversible);
        losing = List.copyOf(losing);
    }

    /** Whether its version is lower than that of what runs. */
    public boolean goesBack() {
        return from.filter(to::isOlderThan).isPresent();
    }

    /**
     * How long the migrations would take, going by those before; empty when nobody knows.
     *
     * @param atOnce how many collèges are migrated at a time
     */
    public Optional<Duration> expected(int atOnce) {
        return usual.map(each -> each.multipliedBy((colleges + atOnce - 1) / atOnce));
    }

    /** Whether nothing stands in the way but a yes. */
    public boolean isPossible() {
        return irreversible.isEmpty();
    }
}
