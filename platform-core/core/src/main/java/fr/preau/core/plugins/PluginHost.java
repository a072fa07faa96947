package fr.preau.core.plugins;

import fr.preau.api.directory.Directory;
import fr.preau.api.plugin.Permission;
import fr.preau.api.plugin.Plugin;
import fr.preau.core.persistence.CurrentEntityManager;
import fr.preau.core.persistence.PersistenceUnits;
import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.core.tenancy.UnitsOfWork;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs plugins: installs a jar, hands it the services it may have, and replaces it by a newer one
 * without a lost request.
 */
public final class PluginHost implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginHost.class);

    private static final Duration START = Duration.ofSeconds(15);

    private static final Duration DRAIN = Duration.ofSeconds(30);

    private final FelixFramework framework;
    private final PersistenceUnits persistence;
    private final UnitsOfWork units;
    private final Map<String, LivePlugin> live = new ConcurrentHashMap<>();
    private final Map<Long, PluginManifest> manifests = new ConcurrentHashMap<>();
    private final Map<Long, EntityManagerFactory> factories = new ConcurrentHashMap<>();
    private final AtomicLong installs = new AtomicLong();
    private final List<Consumer<LivePlugin>> beforeServing = new ArrayList<>();

    /**
     * @param storage a folder for the framework, emptied at each start
     */
    public PluginHost(
            Path storage,
            UnitsOfWork units,
            PersistenceUnits persistence,
            Directory directory,
            Clock clock) {
        this.units = units;
        this.persistence = persistence;
        this.framework = FelixFramework.start(storage);
        BundleContext context = framework.context();
        context.registerService(Clock.class, clock, null);
        context.registerService(EntityManager.class, entityManagers(), null);
        context.registerService(
                Directory.class, permitted(Permission.DIRECTORY_READ, directory), null);
    }

    /** What must be done before a version serves its first request, such as its migrations. */
    public void beforeServing(Consumer<LivePlugin> preparation) {
        beforeServing.add(preparation);
    }

    /** Another service that every plugin may have. */
    public <S> void offer(Class<S> type, S service) {
        framework.context().registerService(type, service, null);
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

    /** Runs the plugin of a jar, in the place of an older version if there is one. */
    public synchronized LivePlugin deploy(Path jar) throws PluginRefused {
        PluginManifest manifest = PluginManifest.of(jar);
        LivePlugin fresh = load(jar, manifest);
        try {
            beforeServing.forEach(preparation -> preparation.accept(fresh));
        } catch (RuntimeException e) {
            fresh.close();
            throw new PluginRefused(manifest.id() + " could not be prepared: " + e.getMessage(), e);
        }
        LivePlugin old = live.put(manifest.id(), fresh);
        LOG.info("module {} {} runs", manifest.id(), manifest.version());
        if (old != null) {
            retire(old);
        }
        return fresh;
    }

    /** Stops a plugin and forgets it. */
    public synchronized void remove(String id) {
        LivePlugin old = live.remove(id);
        if (old != null) {
            retire(old);
            LOG.info("module {} is gone", id);
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

    private LivePlugin load(Path jar, PluginManifest manifest) throws PluginRefused {
        Bundle bundle = install(jar, manifest);
        manifests.put(bundle.getBundleId(), manifest);
        try {
            factories.put(
                    bundle.getBundleId(),
                    persistence.create(
                            manifest.id() + "-" + bundle.getBundleId(),
                            classLoader(bundle, manifest),
                            BundlePersistence.classes(bundle)));
            ServiceTracker<Plugin, Plugin> tracker = track(bundle);
            Plugin plugin = tracker.waitForService(START.toMillis());
            if (plugin == null) {
                tracker.close();
                throw new PluginRefused(
                        manifest.id()
                                + " offers no Plugin service: a service it needs is missing, or not"
                                + " granted by a permission");
            }
            return new LivePlugin(
                    manifest, plugin, texts(bundle), scripts(bundle), () -> close(bundle, tracker));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close(bundle, null);
            throw new PluginRefused(manifest.id() + " was interrupted while it started", e);
        } catch (PluginRefused | RuntimeException | LinkageError e) {
            close(bundle, null);
            throw e instanceof PluginRefused refused
                    ? refused
                    : new PluginRefused(manifest.id() + " did not start: " + e.getMessage(), e);
        }
    }

    private Bundle install(Path jar, PluginManifest manifest) throws PluginRefused {
        String location = "preau:" + manifest.id() + "/" + installs.incrementAndGet();
        @Nullable Bundle bundle = null;
        try (InputStream in = Files.newInputStream(jar)) {
            bundle = framework.context().installBundle(location, in);
            bundle.start();
            return bundle;
        } catch (BundleException | IOException | RuntimeException e) {
            if (bundle != null) {
                close(bundle, null);
            }
            throw new PluginRefused(manifest.id() + " can't be resolved: " + e.getMessage(), e);
        }
    }

    private static ClassLoader classLoader(Bundle bundle, PluginManifest manifest)
            throws PluginRefused {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring == null || wiring.getClassLoader() == null) {
            throw new PluginRefused(manifest.id() + " has no class loader");
        }
        return wiring.getClassLoader();
    }

    private ServiceTracker<Plugin, Plugin> track(Bundle bundle) {
        try {
            ServiceTracker<Plugin, Plugin> tracker =
                    new ServiceTracker<>(
                            framework.context(),
                            framework
                                    .context()
                                    .createFilter(
                                            "(&(objectClass="
                                                    + Plugin.class.getName()
                                                    + ")(service.bundleid="
                                                    + bundle.getBundleId()
                                                    + "))"),
                            null);
            tracker.open();
            return tracker;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("a filter of our own is wrong", e);
        }
    }

    private void close(Bundle bundle, @Nullable ServiceTracker<?, ?> tracker) {
        if (tracker != null) {
            tracker.close();
        }
        try {
            bundle.uninstall();
        } catch (BundleException | IllegalStateException e) {
            LOG.warn("bundle {} could not be uninstalled", bundle.getLocation(), e);
        }
        EntityManagerFactory factory = factories.remove(bundle.getBundleId());
        if (factory != null) {
            factory.close();
        }
        manifests.remove(bundle.getBundleId());
    }

    private static ResourceBundle texts(Bundle bundle) throws PluginRefused {
        URL location = bundle.getEntry("texts_fr.properties");
        if (location == null) {
            throw new PluginRefused("texts_fr.properties is missing");
        }
        try (Reader in = new InputStreamReader(location.openStream(), StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new PluginRefused("texts_fr.properties can't be read", e);
        }
    }

    private static MigrationScripts scripts(Bundle bundle) throws PluginRefused {
        List<MigrationScripts.Script> scripts = new ArrayList<>();
        var entries = bundle.findEntries("db/migration", "*.sql", false);
        if (entries == null) {
            return new MigrationScripts(List.of());
        }
        for (URL entry : Collections.list(entries)) {
            String path = entry.getPath();
            try (InputStream in = entry.openStream()) {
                scripts.add(
                        new MigrationScripts.Script(
                                path.substring(path.lastIndexOf('/') + 1),
                                new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new PluginRefused(path + " can't be read", e);
            }
        }
        return new MigrationScripts(scripts);
    }

    /** One entity manager a bundle, for the classes of that bundle. */
    private ServiceFactory<EntityManager> entityManagers() {
        return new ServiceFactory<>() {
            @Override
            public EntityManager getService(
                    Bundle bundle, ServiceRegistration<EntityManager> registration) {
                long id = bundle.getBundleId();
                return CurrentEntityManager.of(
                        units,
                        () -> {
                            EntityManagerFactory factory = factories.get(id);
                            if (factory == null) {
                                throw new IllegalStateException("the module has been stopped");
                            }
                            return factory;
                        });
            }

            @Override
            public void ungetService(
                    Bundle bundle,
                    ServiceRegistration<EntityManager> registration,
                    EntityManager service) {
                // It holds nothing: each unit of work ends its own.
            }
        };
    }

    /** A service that only bundles with a permission get. */
    private <S> ServiceFactory<S> permitted(Permission permission, S service) {
        return new ServiceFactory<>() {
            @Override
            public @Nullable S getService(Bundle bundle, ServiceRegistration<S> registration) {
                PluginManifest manifest = manifests.get(bundle.getBundleId());
                boolean granted = manifest != null && manifest.permissions().contains(permission);
                if (!granted) {
                    LOG.warn(
                            "{} asked for a service without the permission {}",
                            bundle.getSymbolicName(),
                            permission.code());
                }
                return granted ? service : null;
            }

            @Override
            public void ungetService(
                    Bundle bundle, ServiceRegistration<S> registration, S unneeded) {
                // The service is the host's.
            }
        };
    }

    @Override
    public synchronized void close() {
        live.keySet().forEach(this::remove);
        framework.close();
    }
}
