package fr.preau.core.plugins;

import fr.preau.api.plugin.Permission;
import fr.preau.core.contracts.ModuleWords;
import fr.preau.core.persistence.CurrentEntityManager;
import fr.preau.core.persistence.PersistenceUnits;
import fr.preau.core.persistence.tables.OwnTables;
import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.routes.RecordJson;
import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.core.tenancy.UnitsOfWork;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's services as each bundle gets them: an entity manager for its own classes, and what it
 * has the permission for.
 */
final class BundleServices {

    private static final Logger LOG = LoggerFactory.getLogger(BundleServices.class);

    private final BundleContext context;
    private final PersistenceUnits persistence;
    private final UnitsOfWork units;
    private final Map<Long, PluginManifest> manifests = new ConcurrentHashMap<>();
    private final Map<Long, ModuleWords> words = new ConcurrentHashMap<>();
    private final Map<Long, RecordJson> json = new ConcurrentHashMap<>();
    private final Map<Long, Set<Permission>> grants = new ConcurrentHashMap<>();
    private final Map<Long, EntityManagerFactory> factories = new ConcurrentHashMap<>();

    BundleServices(BundleContext context, PersistenceUnits persistence, UnitsOfWork units) {
        this.context = context;
        this.persistence = persistence;
        this.units = units;
        context.registerService(EntityManager.class, entityManagers(), null);
    }

    /** A service that every bundle may have. */
    <S> void offer(Class<S> type, S service) {
        context.registerService(type, service, null);
    }

    /**
     * A service that only bundles with a permission get.
     *
     * @param service made for a bundle with these permissions: with less of them there may be less
     *     in it
     */
    <S> void offer(Class<S> type, Permission permission, Function<Set<Permission>, S> service) {
        context.registerService(
                type, permitted(permission, bundle -> service.apply(granted(bundle))), null);
    }

    /**
     * A service that is each module's own, and that only bundles with a permission get.
     *
     * @param service made for the module of this manifest
     */
    <S> void offerOwn(Class<S> type, Permission permission, Function<PluginManifest, S> service) {
        context.registerService(
                type, permitted(permission, bundle -> service.apply(manifest(bundle))), null);
    }

    /**
     * A service that is each module's own.
     *
     * @param service made for a module that says this of itself, with the JSON of its version
     */
    <S> void offerEach(Class<S> type, BiFunction<ModuleWords, RecordJson, S> service) {
        offerKnown(
                type,
                bundle -> {
                    ModuleWords said = words.get(bundle.getBundleId());
                    return said == null ? null : service.apply(said, json(bundle));
                });
    }

    /**
     * A service that is each version's own, made of what its manifest says.
     *
     * @param service made for the version with this manifest
     */
    <S> void offerFor(Class<S> type, Function<PluginManifest, S> service) {
        offerKnown(
                type,
                bundle -> {
                    PluginManifest manifest = manifests.get(bundle.getBundleId());
                    return manifest == null ? null : service.apply(manifest);
                });
    }

    /**
     * @param service null for a bundle that is no module
     */
    private <S> void offerKnown(Class<S> type, Function<Bundle, @Nullable S> service) {
        context.registerService(
                type,
                new ServiceFactory<S>() {
                    @Override
                    public @Nullable S getService(
                            Bundle bundle, ServiceRegistration<S> registration) {
                        return service.apply(bundle);
                    }

                    @Override
                    public void ungetService(
                            Bundle bundle, ServiceRegistration<S> registration, S unneeded) {
                        // It holds nothing of its own.
                    }
                },
                null);
    }

    /** The JSON of a version, closed with it. */
    RecordJson json(Bundle bundle) {
        RecordJson own = json.get(bundle.getBundleId());
        if (own == null) {
            throw new IllegalStateException("the module has been stopped");
        }
        return own;
    }

    private PluginManifest manifest(Bundle bundle) {
        PluginManifest manifest = manifests.get(bundle.getBundleId());
        if (manifest == null) {
            throw new IllegalStateException("the module has been stopped");
        }
        return manifest;
    }

    private Set<Permission> granted(Bundle bundle) {
        return grants.getOrDefault(bundle.getBundleId(), Set.of());
    }

    /**
     * Makes the services of a resolved bundle, which its components may ask for at its start.
     *
     * @param scripts what makes its tables, which are all that its entity manager may name
     */
    void open(
            Bundle bundle,
            PluginManifest manifest,
            Set<Permission> granted,
            MigrationScripts scripts)
            throws PluginRefused {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring == null || wiring.getClassLoader() == null) {
            throw new PluginRefused(manifest.id() + " has no class loader");
        }
        words.put(bundle.getBundleId(), words(manifest));
        manifests.put(bundle.getBundleId(), manifest);
        json.put(bundle.getBundleId(), new RecordJson());
        grants.put(bundle.getBundleId(), Set.copyOf(granted));
        factories.put(
                bundle.getBundleId(),
                persistence.create(
                        manifest.id() + "-" + bundle.getBundleId(),
                        OwnTables.ofModule(manifest.id(), scripts),
                        wiring.getClassLoader(),
                        BundlePersistence.classes(bundle)));
    }

    private static ModuleWords words(PluginManifest manifest) throws PluginRefused {
        try {
            return ManifestWords.of(manifest);
        } catch (IllegalArgumentException e) {
            throw new PluginRefused(manifest.id() + ": " + e.getMessage(), e);
        }
    }

    /** Gives back what was made for a bundle. */
    void close(Bundle bundle) {
        words.remove(bundle.getBundleId());
        manifests.remove(bundle.getBundleId());
        RecordJson own = json.remove(bundle.getBundleId());
        if (own != null) {
            own.close();
        }
        grants.remove(bundle.getBundleId());
        EntityManagerFactory factory = factories.remove(bundle.getBundleId());
        if (factory != null) {
            factory.close();
        }
    }

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

    private <S> ServiceFactory<S> permitted(Permission permission, Function<Bundle, S> service) {
        return new ServiceFactory<>() {
            @Override
            public @Nullable S getService(Bundle bundle, ServiceRegistration<S> registration) {
                if (granted(bundle).contains(permission)) {
                    return service.apply(bundle);
                }
                LOG.warn(
                        "{} asked for a service without the permission {}",
                        bundle.getSymbolicName(),
                        permission.code());
                return null;
            }

            @Override
            public void ungetService(
                    Bundle bundle, ServiceRegistration<S> registration, S unneeded) {
                // The service is the host's.
            }
        };
    }
}
