package fr.preau.core.plugins;

import fr.preau.api.directory.Directory;
import fr.preau.api.plugin.Permission;
import fr.preau.core.directory.PermittedDirectory;
import fr.preau.core.persistence.PersistenceUnits;
import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.tenancy.UnitsOfWork;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs plugins: starts a jar, and replaces it by another version without a lost request.
 *
 * <p>A version that was replaced drains behind: nobody waits for its last request.
 */
public final class PluginHost implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginHost.class);

    private static final Duration DRAIN = Duration.ofSeconds(30);

    private final FelixFramework framework;
    private final BundleServices services;
    private final PluginLoading loading;
    private final Executor behind;
    private final Map<String, LivePlugin> live = new ConcurrentHashMap<>();
    private final List<Consumer<LivePlugin>> beforeServing = new ArrayList<>();

    /**
     * @param storage a folder for the framework, emptied at each start
     * @param behind where versions that were replaced wait for their last request
     */
    public PluginHost(
            Path storage,
            UnitsOfWork units,
            PersistenceUnits persistence,
            Directory directory,
            Clock clock,
            Executor behind) {
        this.framework = FelixFramework.start(storage);
        this.services = new BundleServices(framework.context(), persistence, units);
        this.loading = new PluginLoading(framework, services);
        this.behind = behind;
        services.offer(Clock.class, clock);
        services.offer(
                Directory.class,
                Permission.DIRECTORY_READ,
                granted ->
                        granted.contains(Permission.DIRECTORY_GUARDIANS_READ)
                                ? directory
                                : new PermittedDirectory(directory));
    }

    /** What must be done before a version serves its first request, such as its migrations. */
    public void beforeServing(Consumer<LivePlugin> preparation) {
        beforeServing.add(preparation);
    }

    /** Another service that every plugin may have. */
    public <S> void offer(Class<S> type, S service) {
        services.offer(type, service);
    }

    /** The plugins that run, by id. */
    public List<LivePlugin> all() {
        return live.values().stream().sorted(Comparator.comparing(LivePlugin::id)).toList();
    }

    public Optional<LivePlugin> find(String id) {
        return Optional.ofNullable(live.get(id));
    }

    /**
     * Calls into a plugin; the version that answers stays alive until the call has ended.
     *
     * @return empty when no such plugin runs
     */
    public <T> Optional<T> call(String id, Function<LivePlugin, T> call) {
        while (true) {
            LivePlugin plugin = live.get(id);
            if (plugin == null) {
                return Optional.empty();
            }
            // A version that drains has been replaced already: the next look finds the new one.
            if (plugin.enter()) {
                try {
                    return Optional.of(call.apply(plugin));
                } finally {
                    plugin.leave();
                }
            }
            Thread.onSpinWait();
        }
    }

    /** Runs the plugin of a jar, in the place of another version if there is one. */
    public synchronized LivePlugin deploy(Path jar) throws PluginRefused {
        PluginManifest manifest = PluginManifest.of(jar);
        LivePlugin fresh = loading.load(jar, manifest);
        try {
            beforeServing.forEach(preparation -> preparation.accept(fresh));
        } catch (RuntimeException | Error e) {
            fresh.close();
            PluginFault.rethrowIfTheNodeIsBroken(e);
            throw new PluginRefused(manifest.id() + " could not be prepared: " + e.getMessage(), e);
        }
        LivePlugin old = live.put(manifest.id(), fresh);
        LOG.info("module {} {} runs", manifest.id(), manifest.version());
        if (old != null) {
            behind.execute(() -> retire(old));
        }
        return fresh;
    }

    /** Stops a plugin and forgets it. */
    public synchronized void remove(String id) {
        LivePlugin old = live.remove(id);
        if (old != null) {
            LOG.info("module {} is gone", id);
            behind.execute(() -> retire(old));
        }
    }

    private static void retire(LivePlugin old) {
        try {
            if (!old.drain(DRAIN)) {
                LOG.warn("module {}: calls still run after {}", old.id(), DRAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        old.close();
    }

    @Override
    public synchronized void close() {
        List<LivePlugin> last = List.copyOf(live.values());
        live.clear();
        last.forEach(PluginHost::retire);
        framework.close();
    }
}
