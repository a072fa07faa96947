package fr.preau.core.releases;

import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.PluginHost;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.reasons.HostReason;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings this node to what is desired, again and again: after a change, after a start, and after a
 * crash in the middle of either.
 *
 * <p>A release that can't run is tried again after a while; meanwhile what ran before goes on, and
 * if nothing ran, the release before it.
 */
public final class ModuleReconciler {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleReconciler.class);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private static final String REPORT =
            "INSERT INTO module_on_node (node, module, sha256, beside, failure, at)"
                    + " VALUES (?, ?, ?, ?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE sha256 = VALUES(sha256),"
                    + " beside = VALUES(beside),"
                    + " failure = VALUES(failure), at = VALUES(at)";

    /** A node says that it is still there, for what it said is only worth as much as that. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(30);

    private static final String STILL_THERE = "UPDATE module_on_node SET at = ? WHERE node = ?";

    private static final String FORGET = "DELETE FROM module_on_node WHERE at < ?";

    private static final Duration REMEMBERED = Duration.ofDays(1);

    /**
     * A release that could not be run.
     *
     * @param tries how often it was tried
     */
    private record Failure(String sha256, String reason, int tries, Instant again) {}

    /** As many as the column holds. */
    private static final int MOST_BESIDE = 15;

    /** What this node last said of a module. */
    private record Report(@Nullable String sha256, String beside, @Nullable String failure) {}

    private final ReleaseStore store;
    private final DesiredModules desired;
    private final PluginHost host;
    private final UnitsOfWork units;
    private final Path jars;
    private final String node;
    private final Clock clock;
    private final Predicate<LivePlugin> lacksItsPredecessor;
    private final Map<String, Failure> failures = new ConcurrentHashMap<>();
    private final Map<String, Report> reported = new HashMap<>();
    private final List<LivePlugin> fresh = new ArrayList<>();
    private Instant lastBeat = Instant.EPOCH;

    /**
     * @param jars a folder of this node for the jars that run
     * @param lacksItsPredecessor whether some collège needs the release before this one
     */
    public ModuleReconciler(
            ReleaseStore store,
            DesiredModules desired,
            PluginHost host,
            UnitsOfWork units,
            Path jars,
            String node,
            Clock clock,
            Predicate<LivePlugin> lacksItsPredecessor) {
        this.store = store;
        this.desired = desired;
        this.host = host;
        this.units = units;
        this.jars = jars;
        this.node = node;
        this.clock = clock;
        this.lacksItsPredecessor = lacksItsPredecessor;
    }

    /** Why the desired release of a module does not run on this node. */
    public Optional<String> failure(String module) {
        return Optional.ofNullable(failures.get(module)).map(Failure::reason);
    }

    /** How often in a row it was tried in vain. */
    int tries(String module) {
        return Optional.ofNullable(failures.get(module)).map(Failure::tries).orElse(0);
    }

    /**
     * One pass over all modules; to be repeated every second or so.
     *
     * @return the versions that began to run here
     */
    public synchronized List<LivePlugin> reconcile() {
        fresh.clear();
        Map<String, DesiredModule> all = desired.all();
        for (DesiredModule module : all.values()) {
            try {
                bring(module);
            } catch (RuntimeException e) {
                // Such as a database that is away: the others, and the next pass, go on.
                LOG.error("module {} can't be brought to what is desired", module.module(), e);
            }
        }
        failures.keySet().retainAll(all.keySet());
        beat();
        return List.copyOf(fresh);
    }

    private void bring(DesiredModule module) {
        if (module.release().isEmpty()) {
            failures.remove(module.module());
            host.remove(module.module());
        } else if (!runs(module)) {
            Optional<Release> release = store.find(module.release().get());
            if (release.isEmpty()) {
                failures.put(module.module(), unreadable(module.release().get()));
            }
            if (release.isEmpty() || !ran(module, release.get())) {
                fallBack(module);
            }
        } else {
            failures.remove(module.module());
            bringPredecessor(module);
        }
        report(module.module());
    }

    private Failure unreadable(String sha256) {
        return new Failure(sha256, HostReason.UNREADABLE_MANIFEST.with(), 0, clock.instant());
    }

    private boolean runs(DesiredModule module) {
        return host.find(module.module())
                .filter(plugin -> plugin.isRelease(module.release().orElse("")))
                .filter(plugin -> plugin.granted().equals(module.grantedTo(plugin.manifest())))
                .isPresent();
    }

    private boolean ran(DesiredModule module, Release release) {
        Failure before = failures.get(module.module());
        boolean sameBefore = before != null && before.sha256.equals(release.sha256());
        if (!module.covers(release)) {
            failures.put(
                    module.module(),
                    new Failure(
                            release.sha256(), HostReason.WAITS_FOR_YES.with(), 0, clock.instant()));
            return false;
        }
        if (before != null && sameBefore && clock.instant().isBefore(before.again)) {
            return false;
        }
        try {
            fresh.add(
                    host.deploy(
                            jar(release), release.sha256(), module.grantedTo(release.manifest())));
            failures.remove(module.module());
            return true;
        } catch (PluginRefused e) {
            LOG.error("{} can't run: {}", release.file(), e.reason(), e);
            int tries = before != null && sameBefore ? before.tries : 0;
            failures.put(
                    module.module(),
                    new Failure(
                            release.sha256(),
                            e.reason(),
                            tries + 1,
                            clock.instant().plus(waitAfter(tries))));
            return false;
        }
    }

    private Path jar(Release release) throws PluginRefused {
        return store.fetch(release, jars);
    }

    private static Duration waitAfter(int tries) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** When nothing of a module runs here, rather the release before than none. */
    private void fallBack(DesiredModule module) {
        if (host.find(module.module()).isPresent()) {
            return;
        }
        module.previous()
                .flatMap(store::find)
                .filter(module::covers)
                .ifPresent(
                        release -> {
                            try {
                                fresh.add(
                                        host.deploy(
                                                jar(release),
                                                release.sha256(),
                                                module.grantedTo(release.manifest())));
                            } catch (PluginRefused e) {
                                LOG.error("nor can {} run: {}", release.file(), e.reason());
                            }
                        });
    }

    /** After a start: where a migration had failed, the release before is still needed. */
    private void bringPredecessor(DesiredModule module) {
        if (host.versions(module.module()).size() > 1) {
            return;
        }
        Optional<LivePlugin> current = host.find(module.module()).filter(lacksItsPredecessor);
        Optional<Release> before = module.previous().flatMap(store::find).filter(module::covers);
        if (current.isPresent() && before.isPresent()) {
            try {
                host.deployBehind(
                        jar(before.get()),
                        before.get().sha256(),
                        module.grantedTo(before.get().manifest()));
            } catch (PluginRefused e) {
                LOG.error("{} can't run any more: {}", before.get().file(), e.reason());
            }
        }
    }

    private void report(String module) {
        Optional<String> serving = host.find(module).map(LivePlugin::release);
        Report now =
                new Report(
                        serving.orElse(null),
                        host.releasesOf(module).stream()
                                .filter(release -> !release.equals(serving.orElse(null)))
                                .sorted()
                                .limit(MOST_BESIDE)
                                .collect(Collectors.joining(",")),
                        failure(module).map(ModuleReconciler::shortened).orElse(null));
        if (Objects.equals(reported.get(module), now)) {
            return;
        }
        units.write(
                DatabaseSpace.platform(),
                unit ->
                        unit.update(
                                REPORT,
                                node,
                                module,
                                now.sha256,
                                now.beside,
                                now.failure,
                                utc(clock.instant())));
        reported.put(module, now);
    }

    /** Also forgets the nodes that have been away for long. */
    private void beat() {
        Instant now = clock.instant();
        if (now.isBefore(lastBeat.plus(HEARTBEAT))) {
            return;
        }
        lastBeat = now;
        try {
            int there =
                    units.write(
                            DatabaseSpace.platform(),
                            unit -> {
                                int mine = unit.update(STILL_THERE, utc(now), node);
                                unit.update(FORGET, utc(now.minus(REMEMBERED)));
                                return mine;
                            });
            if (there < reported.size()) {
                // It was thought to be gone; the next pass says everything again.
                reported.clear();
            }
        } catch (RuntimeException e) {
            LOG.warn("node {} could not say that it is there", node, e);
        }
    }

    /** Says that this node goes: it runs nothing any more. */
    public synchronized void leave() {
        try {
            units.write(
                    DatabaseSpace.platform(),
                    unit -> unit.update("DELETE FROM module_on_node WHERE node = ?", node));
        } catch (RuntimeException e) {
            LOG.warn("node {} could not say that it goes: {}", node, e.getMessage());
        }
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static String shortened(String text) {
        return text.length() <= 2000 ? text : text.substring(0, 2000);
    }
}
