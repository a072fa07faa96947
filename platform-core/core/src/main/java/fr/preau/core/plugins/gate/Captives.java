package fr.preau.core.plugins.gate;

import fr.preau.api.school.Uai;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.reasons.HostReason;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls that were given up and have not ended: their threads are lost to the module. One that
 * does not end though it was told brings the module into quarantine.
 */
final class Captives {

    private static final Logger LOG = LoggerFactory.getLogger(Captives.class);

    private record Captive(LivePlugin plugin, Uai uai, GatedCall<?> call, long until) {}

    private final ModuleQuarantine quarantine;
    private final Duration patience;
    private final Queue<Captive> waiting = new ConcurrentLinkedQueue<>();

    Captives(ModuleQuarantine quarantine, Duration patience) {
        this.quarantine = quarantine;
        this.patience = patience;
    }

    void watch(LivePlugin plugin, Uai uai, GatedCall<?> call) {
        waiting.add(new Captive(plugin, uai, call, System.nanoTime() + patience.toNanos()));
    }

    void lookAgain() {
        waiting.removeIf(captive -> captive.call.hasEnded());
        for (Captive captive : waiting) {
            if (System.nanoTime() - captive.until > 0) {
                LOG.error(
                        "module {} does not let a thread go, at {}",
                        captive.plugin.id(),
                        captive.call.where());
                quarantine.put(
                        captive.uai,
                        captive.plugin,
                        HostReason.ENDLESS_CALL.with(captive.call.where()));
                // Last: without its note it would be forgotten.
                waiting.remove(captive);
            }
        }
    }
}
