package fr.preau.core.plugins;

import fr.preau.core.plugins.manifest.PluginRefused;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder whose jars run: at each look, what runs is brought to what lies there.
 *
 * <p>Of the jars of one module the newest version runs. A jar that can't run is named with its
 * reason and tried again after a while; meanwhile what ran before goes on, or else an older jar
 * runs. A module is only stopped once several looks in a row found no jar of it, so that one whose
 * jar is being replaced keeps serving.
 */
public final class PluginFolder {

    private static final Logger LOG = LoggerFactory.getLogger(PluginFolder.class);

    /** So many looks in a row without a jar mean that it was taken away. */
    private static final int LOOKS_UNTIL_GONE = 3;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /**
     * A jar that could not be run.
     *
     * @param tries how often it was tried
     */
    private record Failure(String reason, int tries, Instant again) {}

    private final JarFolder folder;
    private final PluginHost host;
    private final Clock clock;
    private final Map<ModuleJar, Failure> failures = new HashMap<>();
    private final Map<String, ModuleJar> running = new HashMap<>();
    private final Map<String, Integer> missed = new HashMap<>();
    private volatile List<RefusedJar> refused = List.of();
    private volatile Set<String> ids = Set.of();

    public PluginFolder(Path folder, PluginHost host, Clock clock) {
        this.folder = new JarFolder(folder);
        this.host = host;
        this.clock = clock;
    }

    /** The jars that do not run, and why. */
    public List<RefusedJar> refused() {
        return refused;
    }

    /** The ids of all modules that have a readable jar here, whether or not it runs. */
    public Set<String> ids() {
        return ids;
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
        ids = Set.copyOf(jars.keySet());
        failures.keySet().retainAll(jars.values().stream().flatMap(List::stream).toList());
        jars.forEach(this::reconcile);
        stopMissing(jars.keySet());
        refused = refusals(jars);
    }

    /** Brings one module to its newest jar that can run. */
    private void reconcile(String id, List<ModuleJar> newestFirst) {
        ModuleJar now = running.get(id);
        for (ModuleJar jar : newestFirst) {
            if (jar.equals(now)) {
                return;
            }
            if (mayTry(jar) && deployed(jar)) {
                running.put(id, jar);
                return;
            }
            if (now != null && folder.stillHolds(now)) {
                // What ran before goes on, rather than an older version.
                return;
            }
        }
    }

    private boolean mayTry(ModuleJar jar) {
        Failure before = failures.get(jar);
        return before == null || !clock.instant().isBefore(before.again);
    }

    private boolean deployed(ModuleJar jar) {
        try {
            host.deploy(jar.path());
            failures.remove(jar);
            return true;
        } catch (PluginRefused e) {
            LOG.error("{} can't run: {}", jar.file(), e.reason(), e);
            int tries = Optional.ofNullable(failures.get(jar)).map(Failure::tries).orElse(0);
            failures.put(
                    jar,
                    new Failure(e.reason(), tries + 1, clock.instant().plus(waitAfter(tries))));
            return false;
        }
    }

    private static Duration waitAfter(int tries) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private void stopMissing(Set<String> withJar) {
        for (ModuleJar jar : List.copyOf(running.values())) {
            String id = jar.id();
            if (withJar.contains(id) || folder.stillHolds(jar)) {
                missed.remove(id);
            } else if (missed.merge(id, 1, Integer::sum) >= LOOKS_UNTIL_GONE) {
                missed.remove(id);
                running.remove(id);
                host.remove(id);
            }
        }
    }

    private List<RefusedJar> refusals(Map<String, List<ModuleJar>> jars) {
        List<RefusedJar> refusals = new ArrayList<>();
        folder.unreadable()
                .forEach((path, reason) -> refusals.add(RefusedJar.unreadable(path, reason)));
        for (List<ModuleJar> all : jars.values()) {
            for (ModuleJar jar : all) {
                reasonNotToRun(jar).ifPresent(reason -> refusals.add(RefusedJar.of(jar, reason)));
            }
        }
        return List.copyOf(refusals);
    }

    private Optional<String> reasonNotToRun(ModuleJar jar) {
        Failure failure = failures.get(jar);
        if (failure != null) {
            return Optional.of(failure.reason);
        }
        ModuleJar now = running.get(jar.id());
        return now == null || now.equals(jar)
                ? Optional.empty()
                : Optional.of(
                        "version " + now.manifest().version() + " of " + now.file() + " runs");
    }
}
