package fr.preau.core.plugins.weaving;

import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;

/**
 * A module finds the services of the host and its own, and never the object of another module: that
 * would be a call around the gate, and a reference to another module's class loader.
 */
public final class ServicesApart implements FindHook, EventListenerHook {

    private final Predicate<Bundle> ofTheHost;

    /**
     * @param ofTheHost which bundles are trusted and find everything
     */
    public ServicesApart(Predicate<Bundle> ofTheHost) {
        this.ofTheHost = ofTheHost;
    }

    @Override
    public void find(
            BundleContext context,
            String name,
            String filter,
            boolean allServices,
            Collection<ServiceReference<?>> references) {
        references.removeIf(reference -> !mayFind(context, reference));
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        listeners.keySet().removeIf(context -> !mayFind(context, event.getServiceReference()));
    }

    private boolean mayFind(BundleContext context, ServiceReference<?> reference) {
        Bundle asking = context.getBundle();
        Bundle offering = reference.getBundle();
        return isFramework(asking)
                || ofTheHost.test(asking)
                || offering == null
                || isFramework(offering)
                || offering.equals(asking);
    }

    private static boolean isFramework(Bundle bundle) {
        return bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID;
    }
}
