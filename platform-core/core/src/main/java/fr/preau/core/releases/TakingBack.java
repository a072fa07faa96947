package fr.preau.core.releases;

import fr.preau.core.jobs.JobLeases;
import fr.preau.core.modules.ModuleSwitchboard;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.tenancy.MigrationScripts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After going back to an older release: undoes what the later one had done to tables.
 *
 * <p>Only where that is what the Département wants: a version that merely runs because the desired
 * one can't here takes nothing back. One node does it for all, once none that is there has calls in
 * another release any more: these would find the tables gone under their hands.
 */
public final class TakingBack {

    private static final Logger LOG = LoggerFactory.getLogger(TakingBack.class);

    /** So long one node has for all collèges, before another may try. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final DesiredModules desired;
    private final ModuleCatalogue catalogue;
    private final ModuleSwitchboard switchboard;
    private final NodeReports reports;
    private final JobLeases leases;

    /** Modules whose tables wait for nodes that still have calls in another release. */
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();

    /** Whose tables go back on this node now. */
    private final Set<String> going = ConcurrentHashMap.newKeySet();

    public TakingBack(
            DesiredModules desired,
            ModuleCatalogue catalogue,
            ModuleSwitchboard switchboard,
            NodeReports reports,
            JobLeases leases) {
        this.desired = desired;
        this.catalogue = catalogue;
        this.switchboard = switchboard;
        this.reports = reports;
        this.leases = leases;
    }

    /** Takes back what is to be taken back now for the version that runs here. */
    public void look(LivePlugin current) {
        if (!isWanted(current) || !switchboard.isBeyond(current)) {
            return;
        }
        List<String> nodes = reports.nodesWithOtherThan(current.id(), current.release());
        if (!nodes.isEmpty()) {
            LOG.info("the tables of {} go back once {} end another release", current.id(), nodes);
            waiting.add(current.id());
            return;
        }
        // A lease is this node's also when it asks again.
        if (!going.add(current.id())) {
            return;
        }
        try {
            Optional<MigrationScripts> before = catalogue.scriptsBefore(current.id());
            if (before.isPresent() && leases.take("take back " + current.id(), LONGEST)) {
                switchboard.takeBack(current, before.get());
            }
        } catch (PluginRefused e) {
            LOG.error("the release before {} can't be read: {}", current.id(), e.reason());
        } finally {
            going.remove(current.id());
        }
    }

    private boolean isWanted(LivePlugin current) {
        return desired.find(current.id())
                .flatMap(DesiredModule::release)
                .filter(current::isRelease)
                .isPresent();
    }

    /** Whether the tables of a module waited since the last look; asked once for each. */
    public boolean waited(String module) {
        return waiting.remove(module);
    }
}
