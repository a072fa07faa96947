package fr.preau.core.plugins;

import fr.preau.api.plugin.Permission;
import fr.preau.api.plugin.Plugin;
import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.plugins.weaving.CodeReview;
import fr.preau.core.tenancy.MigrationScripts;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a running plugin out of a jar, or gives back everything and says why not. */
final class PluginLoading {

    private static final Logger LOG = LoggerFactory.getLogger(PluginLoading.class);

    /**
     * How long a bundle that has started may take until it offers the plugin. Its components do so
     * while it starts, if they have what they need; what they need is there before.
     */
    private static final Duration AFTER_START = Duration.ofSeconds(1);

    private final FelixFramework framework;
    private final BundleServices services;
    private final ThreadFactory threads;
    private final AtomicLong installs = new AtomicLong();
    private final ToldDeprecations deprecations = new ToldDeprecations();

    PluginLoading(FelixFramework framework, BundleServices services, ThreadFactory threads) {
        this.framework = framework;
        this.services = services;
        this.threads = threads;
    }

    /**
     * @param release what the jar is known by
     * @param granted what it may see and do
     */
    LivePlugin load(Path jar, PluginManifest manifest, String release, Set<Permission> granted)
            throws PluginRefused {
        MigrationScripts scripts = JarScripts.of(jar, manifest);
        CodeReview review = HarmlessJar.require(jar, manifest);
        Bundle bundle = install(jar, manifest);
        try {
            HarmlessJar.require(bundle, manifest);
            resolve(bundle, manifest);
            services.open(bundle, manifest, granted, scripts);
            bundle.start();
            deprecations.tell(manifest, release, review.deprecated());
            return plugin(bundle, manifest, release, granted, scripts);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close(bundle);
            throw new PluginRefused(manifest.id() + " was interrupted while it started", e);
        } catch (PluginRefused e) {
            close(bundle);
            throw e;
        } catch (Exception | Error e) {
            close(bundle);
            PluginFault.rethrowIfTheNodeIsBroken(e);
            throw new PluginRefused(manifest.id() + " did not start: " + e, e);
        }
    }

    private Bundle install(Path jar, PluginManifest manifest) throws PluginRefused {
        String location = "preau:" + manifest.id() + "/" + installs.incrementAndGet();
        try (InputStream in = Files.newInputStream(jar)) {
            return framework.context().installBundle(location, in);
        } catch (BundleException | IOException | RuntimeException e) {
            throw new PluginRefused(manifest.id() + " is no bundle: " + e.getMessage(), e);
        }
    }

    /** Resolved before it is started, so that its services are there for its first component. */
    private void resolve(Bundle bundle, PluginManifest manifest) throws PluginRefused {
        FrameworkWiring wiring = framework.wiring();
        if (wiring.resolveBundles(List.of(bundle))) {
            return;
        }
        try {
            // Only a start says what is missing.
            bundle.start();
        } catch (BundleException e) {
            throw new PluginRefused(manifest.id() + " can't be resolved: " + e.getMessage(), e);
        }
    }

    private LivePlugin plugin(
            Bundle bundle,
            PluginManifest manifest,
            String release,
            Set<Permission> granted,
            MigrationScripts scripts)
            throws PluginRefused, InterruptedException {
        ServiceTracker<Plugin, Plugin> tracker = track(bundle);
        try {
            Plugin plugin = tracker.waitForService(AFTER_START.toMillis());
            if (plugin == null) {
                throw new PluginRefused(
                        manifest.id()
                                + " offers no Plugin service: a service it needs is missing, or not"
                                + " granted by a permission");
            }
            return new LivePlugin(
                    manifest,
                    release,
                    granted,
                    plugin,
                    services.json(bundle),
                    texts(bundle),
                    scripts,
                    threads,
                    () -> {
                        tracker.close();
                        close(bundle);
                    });
        } catch (Exception | Error e) {
            tracker.close();
            throw e;
        }
    }

    private ServiceTracker<Plugin, Plugin> track(Bundle bundle) {
        String filter =
                "(&(objectClass=%s)(service.bundleid=%d))"
                        .formatted(Plugin.class.getName(), bundle.getBundleId());
        try {
            ServiceTracker<Plugin, Plugin> tracker =
                    new ServiceTracker<>(
                            framework.context(), framework.context().createFilter(filter), null);
            tracker.open();
            return tracker;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("a filter of our own is wrong", e);
        }
    }

    private void close(Bundle bundle) {
        try {
            bundle.uninstall();
        } catch (BundleException | IllegalStateException e) {
            LOG.warn("bundle {} could not be uninstalled", bundle.getLocation(), e);
        } finally {
            services.close(bundle);
        }
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
}
