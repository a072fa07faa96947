package fr.preau.core.plugins.gate;

import fr.preau.api.school.Uai;
import fr.preau.core.contracts.CallKind;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.reasons.HostReason;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A circuit for each kind of call into each version of a module at each collège, on this node.
 *
 * <p>Half of the last calls failed: for ten seconds nobody is let in, then one. Three times open in
 * a quarter of an hour: quarantine.
 */
public final class ModuleCircuits {

    private static final int OPENINGS_UNTIL_QUARANTINE = 3;

    private static final Duration REMEMBERED = Duration.ofMinutes(15);

    private record Key(String release, Uai uai, CallKind kind) {}

    /** A module at a collège, whatever it is called for. */
    private record Place(String release, Uai uai) {}

    private static final class FailedByModule extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FailedByModule() {
            super(null, null, false, false);
        }
    }

    private static final FailedByModule FAILED = new FailedByModule();

    private final CircuitBreakerConfig config;
    private final ModuleQuarantine quarantine;
    private final Clock clock;
    private final Map<Key, CircuitBreaker> circuits = new ConcurrentHashMap<>();
    private final Map<Place, Deque<Instant>> openings = new ConcurrentHashMap<>();

    public ModuleCircuits(ModuleQuarantine quarantine, Clock clock) {
        this.quarantine = quarantine;
        this.clock = clock;
        this.config =
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(4)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(Duration.ofSeconds(10))
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build();
    }

    private CircuitBreaker of(LivePlugin plugin, Uai uai, CallKind kind) {
        return circuits.computeIfAbsent(
                new Key(plugin.release(), uai, kind),
                key -> CircuitBreaker.of(plugin.id(), config));
    }

    boolean mayCall(LivePlugin plugin, Uai uai, CallKind kind) {
        return of(plugin, uai, kind).tryAcquirePermission();
    }

    void answered(LivePlugin plugin, Uai uai, CallKind kind, long nanos) {
        of(plugin, uai, kind).onSuccess(nanos, TimeUnit.NANOSECONDS);
    }

    /** Nothing is known of the module by this call. */
    void undecided(LivePlugin plugin, Uai uai, CallKind kind) {
        of(plugin, uai, kind).releasePermission();
    }

    void failed(LivePlugin plugin, Uai uai, CallKind kind, long nanos, HostReason how) {
        CircuitBreaker circuit = of(plugin, uai, kind);
        boolean opened;
        // One incident fails many calls at once: only one of them sees the circuit open.
        synchronized (circuit) {
            boolean open = isOpen(circuit);
            circuit.onError(nanos, TimeUnit.NANOSECONDS, FAILED);
            opened = !open && isOpen(circuit);
        }
        if (opened) {
            opened(plugin, uai, how);
        }
    }

    private static boolean isOpen(CircuitBreaker circuit) {
        return circuit.getState() == CircuitBreaker.State.OPEN;
    }

    private void opened(LivePlugin plugin, Uai uai, HostReason how) {
        Deque<Instant> times =
                openings.computeIfAbsent(
                        new Place(plugin.release(), uai), place -> new ArrayDeque<>());
        synchronized (times) {
            Instant now = clock.instant();
            times.add(now);
            times.removeIf(time -> time.isBefore(now.minus(REMEMBERED)));
            if (times.size() >= OPENINGS_UNTIL_QUARANTINE) {
                times.clear();
                quarantine.put(uai, plugin, how.with(OPENINGS_UNTIL_QUARANTINE));
            }
        }
    }

    /** Begins anew, such as after a quarantine was lifted. */
    public void forget(Uai uai) {
        circuits.keySet().removeIf(key -> key.uai.equals(uai));
        openings.keySet().removeIf(place -> place.uai.equals(uai));
    }

    /** Forgets the versions that run no more. */
    public void forgetAllBut(Set<String> releases) {
        circuits.keySet().removeIf(key -> !releases.contains(key.release));
        openings.keySet().removeIf(place -> !releases.contains(place.release));
    }
}
