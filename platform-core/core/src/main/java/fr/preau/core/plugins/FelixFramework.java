package fr.preau.core.plugins;

import fr.preau.api.plugin.Plugin;
import fr.preau.core.plugins.weaving.ModuleWeaving;
import fr.preau.core.plugins.weaving.ServicesApart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Manifest;
import org.apache.felix.framework.Felix;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * An OSGi framework of our own inside the web application, beside the one Liberty is made of, with
 * Declarative Services.
 *
 * <p>A bundle sees the plugin API, the Jakarta APIs it may use and the template runtime: nothing of
 * the core.
 */
final class FelixFramework implements AutoCloseable {

    /** How the location of a bundle begins that the host brings. */
    private static final String OWN = "preau-host:";

    private static final List<String> DECLARATIVE_SERVICES =
            List.of(
                    "org.osgi.util.function.jar",
                    "org.osgi.util.promise.jar",
                    "org.osgi.service.component.jar",
                    "org.apache.felix.scr.jar");

    /** What bundles may see beside the plugin API, with the versions that Liberty brings. */
    private static final List<String> OPEN_PACKAGES =
            List.of(
                    "jakarta.persistence;version=3.1.0",
                    "jakarta.persistence.criteria;version=3.1.0",
                    "jakarta.persistence.metamodel;version=3.1.0",
                    "jakarta.validation;version=3.0.2",
                    "jakarta.validation.constraints;version=3.0.2",
                    "jakarta.json.bind.annotation;version=3.0.0",
                    "org.jspecify.annotations;version=1.0.0",
                    "gg.jte;version=3.2.1",
                    "gg.jte.html;version=3.2.1",
                    "gg.jte.html.support;version=3.2.1",
                    "gg.jte.models.runtime;version=3.2.1",
                    "gg.jte.output;version=3.2.1",
                    "gg.jte.runtime;version=3.2.1",
                    "gg.jte.support;version=3.2.1",
                    ModuleWeaving.GUARDS);

    private final Felix felix;

    private FelixFramework(Felix felix) {
        this.felix = felix;
    }

    /**
     * Starts the framework.
     *
     * @param storage a folder of its own, emptied at each start
     */
    static FelixFramework start(Path storage) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        settings.put(
                Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES, JdkPackages.open());
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, openPackages());
        // Nothing comes to a bundle but by its imports.
        settings.put(Constants.FRAMEWORK_BOOTDELEGATION, "");
        settings.put("felix.bootdelegation.implicit", "false");
        // An old and a new version of a plugin live side by side while the old one drains.
        settings.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
        // Liberty's framework has the URL handlers of this JVM.
        settings.put("felix.service.urlhandlers", "false");
        settings.put("felix.log.level", "1");
        settings.put("ds.loglevel", "1");
        try {
            Felix felix = new Felix(settings);
            felix.start();
            holdModulesBack(felix.getBundleContext());
            startDeclarativeServices(felix.getBundleContext());
            return new FelixFramework(felix);
        } catch (BundleException e) {
            throw new IllegalStateException("the plugin framework did not start", e);
        }
    }

    /** First of all: a bundle that was there before would not be held back. */
    private static void holdModulesBack(BundleContext context) {
        context.registerService(
                WeavingHook.class, new ModuleWeaving(FelixFramework::isOfTheHost), null);
        String[] finding = {FindHook.class.getName(), EventListenerHook.class.getName()};
        context.registerService(finding, new ServicesApart(FelixFramework::isOfTheHost), null);
    }

    private static boolean isOfTheHost(Bundle bundle) {
        return bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID
                || bundle.getLocation().startsWith(OWN);
    }

    private static void startDeclarativeServices(BundleContext context) throws BundleException {
        for (String name : DECLARATIVE_SERVICES) {
            try (InputStream jar = FelixFramework.class.getResourceAsStream("bundles/" + name)) {
                Bundle bundle = context.installBundle(OWN + name, jar);
                bundle.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String openPackages() {
        return apiPackages() + "," + String.join(",", OPEN_PACKAGES);
    }

    /** The packages of the API with their versions, as its own manifest says. */
    private static String apiPackages() {
        String entry = "/" + Plugin.class.getName().replace('.', '/') + ".class";
        URL location = Plugin.class.getResource(entry);
        if (location == null) {
            throw new IllegalStateException("the plugin API is not on the class path");
        }
        String manifest = location.toString().replace(entry, "/META-INF/MANIFEST.MF");
        try (InputStream in = new URL(manifest).openStream()) {
            String exported =
                    new Manifest(in).getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
            // "uses" only costs resolving time here: there is one provider of each package.
            return exported.replaceAll(";uses:=\"[^\"]*\"", "");
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin API has no manifest", e);
        }
    }

    BundleContext context() {
        return felix.getBundleContext();
    }

    FrameworkWiring wiring() {
        return felix.adapt(FrameworkWiring.class);
    }

    @Override
    public void close() {
        try {
            felix.stop();
            felix.waitForStop(10_000);
        } catch (BundleException e) {
            throw new IllegalStateException("the plugin framework did not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
