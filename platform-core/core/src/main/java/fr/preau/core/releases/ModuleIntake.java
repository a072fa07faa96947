package fr.preau.core.releases;

import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.reasons.HostReason;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder into which jars of modules are put: each is kept as a release, and wanted if it came
 * after the last decision about its module.
 *
 * <p>Taking a jar out of the folder changes nothing: what should run stands in the database, and a
 * module is removed on the page of the modules.
 *
 * <p>In the open mode, for those who write modules, the file that was written last runs, whatever
 * its version, and gets what it asks for.
 */
public final class ModuleIntake {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleIntake.class);

    private final JarFolder folder;
    private final ReleaseStore store;
    private final DesiredModules desired;
    private final boolean open;
    private final Map<ModuleJar, Release> taken = new HashMap<>();
    private final Map<ModuleJar, String> refusals = new HashMap<>();
    private volatile List<RefusedJar> refused = List.of();

    /**
     * @param open whether this installation runs whatever it is given
     */
    public ModuleIntake(Path folder, ReleaseStore store, DesiredModules desired, boolean open) {
        this.folder = new JarFolder(folder);
        this.store = store;
        this.desired = desired;
        this.open = open;
    }

    /** The jars of the folder that can't run, and why. */
    public List<RefusedJar> refused() {
        return refused;
    }

    /** Takes everything that is there now, without waiting for a second look. */
    public synchronized void takeAll() {
        folder.firstLook();
        lookAgain();
    }

    /** One look at the folder; to be repeated every second or so. */
    public synchronized void lookAgain() {
        folder.lookAgain();
        Map<String, List<ModuleJar>> jars = folder.jars();
        List<ModuleJar> there = jars.values().stream().flatMap(List::stream).toList();
        taken.keySet().retainAll(there);
        refusals.keySet().retainAll(there);
        Map<String, String> reasons = new TreeMap<>();
        jars.values().forEach(newestFirst -> take(newestFirst, reasons));
        List<RefusedJar> now = new ArrayList<>();
        folder.unreadable().forEach((path, reason) -> now.add(RefusedJar.unreadable(path, reason)));
        for (List<ModuleJar> ofModule : jars.values()) {
            for (ModuleJar jar : ofModule) {
                Optional.ofNullable(reasons.get(jar.file()))
                        .ifPresent(reason -> now.add(RefusedJar.of(jar, reason)));
            }
        }
        refused = List.copyOf(now);
    }

    private void take(List<ModuleJar> newestFirst, Map<String, String> reasons) {
        for (ModuleJar jar : newestFirst) {
            try {
                Release release = release(jar);
                if (!isWanted(release)) {
                    reasonNotToWant(jar, release)
                            .ifPresentOrElse(
                                    reason -> reasons.put(jar.file(), reason), () -> want(release));
                }
            } catch (PluginRefused e) {
                reasons.put(jar.file(), e.reason());
            }
        }
    }

    private boolean isWanted(Release release) {
        return desired.find(release.module())
                .flatMap(DesiredModule::release)
                .filter(release::is)
                .isPresent();
    }

    private Release release(ModuleJar jar) throws PluginRefused {
        Release release = taken.get(jar);
        if (release != null) {
            return release;
        }
        String before = refusals.get(jar);
        if (before != null) {
            throw new PluginRefused(before);
        }
        try {
            release = store.keep(jar.path(), jar.file(), Actor.system());
            taken.put(jar, release);
            return release;
        } catch (PluginRefused e) {
            // Examined once: the same file will not be better at the next look.
            LOG.error("{} can't be taken: {}", jar.file(), e.reason());
            refusals.put(jar, e.reason());
            throw e;
        }
    }

    /** Empty when it should run from now on. */
    private Optional<String> reasonNotToWant(ModuleJar jar, Release release) {
        Optional<DesiredModule> now = desired.find(release.module());
        if (now.isEmpty()) {
            return Optional.empty();
        }
        Optional<Release> running = now.get().release().flatMap(store::find);
        Instant brought = open ? jar.look().modified() : release.addedAt();
        if (!brought.isAfter(now.get().since())) {
            return Optional.of(
                    running.map(other -> HostReason.OTHER_RUNS.with(other.version()))
                            .orElseGet(HostReason.REMOVED::with));
        }
        if (open) {
            return Optional.empty();
        }
        return running.filter(release::isOlderThan)
                .map(other -> HostReason.NEWER_RUNS.with(other.version()))
                .or(() -> waiting(now.get(), release));
    }

    /** A release that asks for more than its module has waits for an operator's yes. */
    private static Optional<String> waiting(DesiredModule now, Release release) {
        return now.covers(release)
                ? Optional.empty()
                : Optional.of(HostReason.WAITS_FOR_YES.with());
    }

    private void want(Release release) {
        String act =
                desired.find(release.module())
                        .flatMap(DesiredModule::release)
                        .map(before -> DesiredModules.UPDATED)
                        .orElse(DesiredModules.INSTALLED);
        if (open) {
            desired.grantAndWant(Actor.system(), act, release);
        } else {
            desired.want(Actor.system(), act, release);
        }
    }
}
