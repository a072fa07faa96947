package fr.preau.portal.server;

import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.modules.ModuleSwitchboard;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.PluginHost;
import fr.preau.core.releases.DesiredModule;
import fr.preau.core.releases.DesiredModules;
import fr.preau.core.releases.ModuleIntake;
import fr.preau.core.releases.ModuleReconciler;
import fr.preau.core.releases.RefusedJar;
import fr.preau.core.releases.ReleaseStore;
import fr.preau.core.releases.TakingBack;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;

/** The modules of this node on their way from the folder to running. */
final class ModulesOfNode {

    private final ModuleIntake intake;
    private final ReleaseStore releases;
    private final DesiredModules desired;
    private final ModuleReconciler reconciler;
    private final ModuleSwitchboard switchboard;
    private final Executor executor;
    private final PluginHost host;
    private final TakingBack takingBack;

    ModulesOfNode(
            ModuleIntake intake,
            ReleaseStore releases,
            DesiredModules desired,
            ModuleReconciler reconciler,
            ModuleSwitchboard switchboard,
            Executor executor,
            PluginHost host,
            TakingBack takingBack) {
        this.intake = intake;
        this.releases = releases;
        this.desired = desired;
        this.reconciler = reconciler;
        this.switchboard = switchboard;
        this.executor = executor;
        this.host = host;
        this.takingBack = takingBack;
    }

    /** At the start, before the first request. */
    void begin() {
        desired.refresh();
        intake.takeAll();
        reconciler.reconcile().forEach(this::makeTables);
    }

    /** Forwards to a newer version's tables, or back to those of an older one. */
    private void makeTables(LivePlugin fresh) {
        takingBack.look(fresh);
        switchboard.makeTables(fresh);
    }

    /** What was cut short, or failed and may work now; to be repeated every half minute or so. */
    void makeMissingTables() {
        host.all().forEach(takingBack::look);
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
        for (LivePlugin plugin : host.all()) {
            if (takingBack.waited(plugin.id())) {
                executor.execute(() -> takingBack.look(plugin));
            }
        }
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
