package fr.preau.portal.server;

import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.jobs.JobLeases;
import fr.preau.core.modules.ModuleSwitchboard;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.PluginHost;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.releases.DesiredModule;
import fr.preau.core.releases.DesiredModules;
import fr.preau.core.releases.ModuleCatalogue;
import fr.preau.core.releases.ModuleIntake;
import fr.preau.core.releases.ModuleReconciler;
import fr.preau.core.releases.RefusedJar;
import fr.preau.core.releases.ReleaseStore;
import fr.preau.core.tenancy.MigrationScripts;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The modules of this node on their way from the folder to running. */
final class ModulesOfNode {

    /** So long one node has for all collèges, before another may try. */
    private static final Duration TAKING_BACK = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(ModulesOfNode.class);

    private final ModuleIntake intake;
    private final ReleaseStore releases;
    private final ModuleCatalogue catalogue;
    private final DesiredModules desired;
    private final ModuleReconciler reconciler;
    private final ModuleSwitchboard switchboard;
    private final Executor executor;
    private final PluginHost host;
    private final JobLeases leases;

    ModulesOfNode(
            ModuleIntake intake,
            ReleaseStore releases,
            ModuleCatalogue catalogue,
            DesiredModules desired,
            ModuleReconciler reconciler,
            ModuleSwitchboard switchboard,
            Executor executor,
            PluginHost host,
            JobLeases leases) {
        this.intake = intake;
        this.releases = releases;
        this.catalogue = catalogue;
        this.desired = desired;
        this.reconciler = reconciler;
        this.switchboard = switchboard;
        this.executor = executor;
        this.host = host;
        this.leases = leases;
    }

    /** At the start, before the first request. */
    void begin() {
        desired.refresh();
        intake.takeAll();
        reconciler.reconcile().forEach(this::makeTables);
    }

    /** Forwards to a newer version's tables, or back to those of an older one. */
    private void makeTables(LivePlugin fresh) {
        takeBack(fresh);
        switchboard.makeTables(fresh);
    }

    /**
     * Undoes what the version before had done to tables, where that is what the Département wants:
     * a version that only runs because the desired one can't here takes nothing back. One node does
     * it for all.
     */
    private void takeBack(LivePlugin current) {
        boolean wanted =
                desired.find(current.id())
                        .flatMap(DesiredModule::release)
                        .filter(current::isRelease)
                        .isPresent();
        if (!wanted || !switchboard.isBeyond(current)) {
            return;
        }
        try {
            Optional<MigrationScripts> before = catalogue.scriptsBefore(current.id());
            if (before.isPresent() && leases.take("take back " + current.id(), TAKING_BACK)) {
                switchboard.takeBack(current, before.get());
            }
        } catch (PluginRefused e) {
            LOG.error("the release before {} can't be read: {}", current.id(), e.reason());
        }
    }

    /** What was cut short, or failed and may work now; to be repeated every half minute or so. */
    void makeMissingTables() {
        host.all().forEach(this::takeBack);
        switchboard.makeMissingTables();
    }

    /** What other nodes, the console and the folder have changed; to be repeated every second. */
    void lookAgain() {
        desired.refresh();
        intake.lookAgain();
        for (LivePlugin fresh : reconciler.reconcile()) {
            // Behind: until its tables are there, the version before serves.
            executor.execute(() -> makeTables(fresh));
        }
        switchboard.retireUnneeded();
    }

    /** At the end, when nothing looks again any more. */
    void leave() {
        reconciler.leave();
    }

    /** What the descriptors name runs with what it asks for: they are the Département's own. */
    void grantDescribed(Collection<String> named) {
        for (String module : named) {
            desired.find(module)
                    .filter(wanted -> wanted.granted().isEmpty())
                    .flatMap(DesiredModule::release)
                    .flatMap(releases::find)
                    .ifPresent(release -> desired.grant(Actor.system(), release));
        }
        reconciler.reconcile().forEach(this::makeTables);
    }

    /** The releases of which a version is in memory here. */
    Set<String> releases() {
        return host.releases();
    }

    /**
     * The modules that are known here, whether or not they run: those that nobody known has signed
     * too, so that a collège may name one that still waits for its signature.
     */
    Set<String> ids() {
        Set<String> ids = new TreeSet<>(desired.all().keySet());
        intake.refused().forEach(jar -> jar.module().ifPresent(ids::add));
        return ids;
    }

    /** Whether something should run here and nothing does. */
    boolean areAllDown() {
        return host.all().isEmpty()
                && desired.all().values().stream().anyMatch(module -> module.release().isPresent());
    }

    /** The jars of the folder that can't run, and why. */
    List<RefusedJar> refused() {
        return intake.refused();
    }

    /** Why the desired release of a module does not run here, by module. */
    Map<String, String> failures() {
        Map<String, String> failures = new TreeMap<>();
        for (DesiredModule module : desired.all().values()) {
            reconciler
                    .failure(module.module())
                    .ifPresent(reason -> failures.put(module.module(), reason));
        }
        return failures;
    }
}
