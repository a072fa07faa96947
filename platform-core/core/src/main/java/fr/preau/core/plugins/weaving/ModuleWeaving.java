package fr.preau.core.plugins.weaving;

import fr.preau.core.plugins.guard.Guards;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.weaving.WeavingException;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;
import org.osgi.framework.wiring.BundleWiring;

/** Rewrites every class of a module while it is loaded. */
public final class ModuleWeaving implements WeavingHook {

    /** What the rewritten classes call. The framework must offer it. */
    public static final String GUARDS = Guards.class.getPackageName();

    private final Predicate<Bundle> ofTheHost;

    /** Weak, and names only: a bundle that is gone leaves nothing here. */
    private final Map<BundleWiring, Map<String, List<String>>> known =
            Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * @param ofTheHost which bundles are trusted and stay as they are
     */
    public ModuleWeaving(Predicate<Bundle> ofTheHost) {
        this.ofTheHost = ofTheHost;
    }

    /**
     * Rewrites the class, or refuses it.
     *
     * <p>The framework never again asks a hook that has thrown anything but a {@link
     * WeavingException}, and then no class of any module would be rewritten: so whatever happens
     * here becomes one.
     */
    @Override
    public void weave(WovenClass woven) {
        BundleWiring wiring = woven.getBundleWiring();
        if (ofTheHost.test(wiring.getBundle())) {
            return;
        }
        try {
            rewrite(woven, wiring);
        } catch (Throwable e) {
            throw new WeavingException(woven.getClassName() + ": " + e.getMessage(), e);
        }
    }

    private void rewrite(WovenClass woven, BundleWiring wiring) {
        ClassWeaver.weave(woven.getBytes(), supertypes(wiring))
                .ifPresent(
                        bytes -> {
                            woven.setBytes(bytes);
                            woven.getDynamicImports().add(GUARDS);
                        });
    }

    private Supertypes supertypes(BundleWiring wiring) {
        return new Supertypes(
                path -> classFile(wiring, path),
                known.computeIfAbsent(wiring, any -> new ConcurrentHashMap<>()));
    }

    /** Of its own and of what it imports; none when the bundle is on its way out. */
    private static @Nullable InputStream classFile(BundleWiring wiring, String path) {
        ClassLoader loader = wiring.getClassLoader();
        return loader == null ? null : loader.getResourceAsStream(path);
    }
}
