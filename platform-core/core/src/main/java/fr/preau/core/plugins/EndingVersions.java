package fr.preau.core.plugins;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The versions that were replaced, each until its last call has left. */
final class EndingVersions {

    private static final Logger LOG = LoggerFactory.getLogger(EndingVersions.class);

    private static final Duration DRAIN = Duration.ofSeconds(30);

    private final Executor behind;
    private final Set<LivePlugin> ending = ConcurrentHashMap.newKeySet();

    /**
     * @param behind where they wait for their last call
     */
    EndingVersions(Executor behind) {
        this.behind = behind;
    }

    /** Ends a version; nobody waits for it. */
    void end(LivePlugin old) {
        ending.add(old);
        behind.execute(() -> endNow(old));
    }

    /** Waits for the last call of a version, and closes it. */
    void endNow(LivePlugin old) {
        try {
            if (!old.drain(DRAIN)) {
                LOG.warn("module {}: calls still run after {}", old.id(), DRAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            old.close();
        } finally {
            ending.remove(old);
        }
    }

    /** Those of a module that still have calls. */
    List<LivePlugin> of(String module) {
        return ending.stream().filter(version -> version.id().equals(module)).toList();
    }
}
