package fr.preau.core.plugins;

import fr.preau.api.directory.Directory;
import fr.preau.api.plugin.Permission;
import fr.preau.core.contracts.ModuleWords;
import fr.preau.core.directory.PermittedDirectory;
import fr.preau.core.persistence.PersistenceUnits;
import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.routes.RecordJson;
import fr.preau.core.tenancy.UnitsOfWork;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs plugins: starts a jar, and replaces it by another version without a lost request.
 *
 * <p>A version that was replaced drains behind: nobody waits for its last request.
 */
public final class PluginHost implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginHost.class);

    private final FelixFramework framework;
    private final BundleServices services;
    private final PluginLoading loading;
    private final EndingVersions ending;
    private final TimedStart started;
    private final Map<String, List<LivePlugin>> live = new ConcurrentHashMap<>();

    /**
     * @param storage a folder for the framework, emptied at each start
     * @param threads makes the threads on which the code of plugins runs
     * @param behind where versions that were replaced wait for their last request
     */
    public PluginHost(
            Path storage,
            UnitsOfWork units,
            PersistenceUnits persistence,
            Directory directory,
            Clock clock,
            Executor behind,
            ThreadFactory threads) {
        this.framework = FelixFramework.start(storage);
        this.services = new BundleServices(framework.context(), persistence, units);
        this.loading = new PluginLoading(framework, services, threads);
        this.ending = new EndingVersions(behind);
        this.started = new TimedStart();
        services.offer(Clock.class, clock);
        services.offer(
                Directory.class,
                Permission.DIRECTORY_READ,
                granted -> new PermittedDirectory(directory, granted));
    }

    /**
     * A service that is each plugin's own.
     *
     * @param service made for a module that says this of itself, with the JSON of its version
     */
    public <S> void offerEach(Class<S> type, BiFunction<ModuleWords, RecordJson, S> service) {
        services.offerEach(type, service);
    }

    /**
     * A service that is each version's own, made of what its manifest says.
     *
     * @param service made for the version with this manifest
     */
    public <S> void offerFor(Class<S> type, Function<PluginManifest, S> service) {
        services.offerFor(type, service);
    }

    /** Another service that every plugin may have. */
    public <S> void offer(Class<S> type, S service) {
        services.offer(type, service);
    }

    /**
     * A service that is each module's own, for those with a permission.
     *
     * @param service made for the module of this id
     */
    public <S> void offerOwn(
            Class<S> type, Permission permission, Function<PluginManifest, S> service) {
        services.offerOwn(type, permission, service);
    }

    /** The plugins that run, by id: of each the version that should serve. */
    public List<LivePlugin> all() {
        return live.values().stream()
                .map(versions -> versions.get(0))
                .sorted(Comparator.comparing(LivePlugin::id))
                .toList();
    }

    /** What a kind of notice is called by its module; the id of the module if nobody knows it. */
    public String noticeTitle(String module, String kind) {
        return find(module)
                .map(plugin -> plugin.manifest())
                .map(
                        manifest ->
                                manifest.notice(kind)
                                        .map(notice -> notice.title())
                                        .orElse(manifest.title()))
                .orElse(module);
    }

    /** The version that should serve. */
    public Optional<LivePlugin> find(String id) {
        return versions(id).stream().findFirst();
    }

    /**
     * The versions of a plugin that are in memory: the one that should serve, then those that still
     * do where it can't yet.
     */
    public List<LivePlugin> versions(String id) {
        return live.getOrDefault(id, List.of());
    }

    /** The releases of which a version is in memory, by SHA-256. */
    public Set<String> releases() {
        return live.values().stream()
                .flatMap(List::stream)
                .map(LivePlugin::release)
                .collect(Collectors.toSet());
    }

    /** The releases of one plugin whose code may still run, those that were replaced among them. */
    public Set<String> releasesOf(String id) {
        return Stream.concat(versions(id).stream(), ending.of(id).stream())
                .map(LivePlugin::release)
                .collect(Collectors.toSet());
    }

    /** Calls into the version that should serve. */
    public <T> Optional<T> call(String id, Function<LivePlugin, T> call) {
        return call(() -> find(id), call);
    }

    /**
     * Calls into a plugin; the version that answers stays alive until the call has ended.
     *
     * @param choice the version to call, as things are now
     * @return empty when there is none
     */
    public <T> Optional<T> call(
            Supplier<Optional<LivePlugin>> choice, Function<LivePlugin, T> call) {
        while (true) {
            Optional<LivePlugin> plugin = choice.get();
            if (plugin.isEmpty()) {
                return Optional.empty();
            }
            // A version that drains has been replaced already: the next look finds the new one.
            if (plugin.get().enter()) {
                try {
                    return Optional.of(call.apply(plugin.get()));
                } finally {
                    plugin.get().leave();
                }
            }
            Thread.onSpinWait();
        }
    }

    /**
     * Runs the plugin of a jar before the versions that run already; these serve where the new one
     * can't yet, until they are {@link #retire retired}.
     *
     * @param release what the jar is known by
     * @param granted what it may see and do
     */
    public synchronized LivePlugin deploy(Path jar, String release, Set<Permission> granted)
            throws PluginRefused {
        LivePlugin fresh = load(jar, release, granted);
        List<LivePlugin> versions = new ArrayList<>();
        versions.add(fresh);
        versions.addAll(versions(fresh.id()));
        live.put(fresh.id(), List.copyOf(versions));
        return fresh;
    }

    /** Runs an older version of a plugin beside the one that should serve. */
    public synchronized LivePlugin deployBehind(Path jar, String release, Set<Permission> granted)
            throws PluginRefused {
        LivePlugin older = load(jar, release, granted);
        List<LivePlugin> versions = new ArrayList<>(versions(older.id()));
        versions.add(older);
        live.put(older.id(), List.copyOf(versions));
        return older;
    }

    private LivePlugin load(Path jar, String release, Set<Permission> granted)
            throws PluginRefused {
        PluginManifest manifest = PluginManifest.of(jar);
        LivePlugin fresh = started.within(() -> loading.load(jar, manifest, release, granted));
        LOG.info("module {} {} runs", manifest.id(), manifest.version());
        return fresh;
    }

    /** Ends the versions that were replaced and that nobody needs any more. */
    public synchronized void retire(Predicate<LivePlugin> isNeeded) {
        for (List<LivePlugin> versions : List.copyOf(live.values())) {
            LivePlugin first = versions.get(0);
            List<LivePlugin> kept =
                    versions.stream()
                            .filter(plugin -> plugin == first || isNeeded.test(plugin))
                            .toList();
            live.put(first.id(), kept);
            versions.stream().filter(plugin -> !kept.contains(plugin)).forEach(ending::end);
        }
    }

    /** Stops a plugin and forgets it. */
    public synchronized void remove(String id) {
        List<LivePlugin> old = live.remove(id);
        if (old != null) {
            LOG.info("module {} is gone", id);
            old.forEach(ending::end);
        }
    }

    @Override
    public synchronized void close() {
        List<LivePlugin> last = live.values().stream().flatMap(List::stream).toList();
        live.clear();
        last.forEach(ending::endNow);
        framework.close();
    }
}
