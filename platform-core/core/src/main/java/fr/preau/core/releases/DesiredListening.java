package fr.preau.core.releases;

import fr.preau.core.plugins.manifest.PluginManifest;
import java.util.Set;

/** The facts to which modules listen in the releases that should run, on whatever node. */
public final class DesiredListening {

    private final DesiredModules desired;
    private final ReleaseStore store;

    public DesiredListening(DesiredModules desired, ReleaseStore store) {
        this.desired = desired;
        this.store = store;
    }

    /** None when nothing of the module should run, or nothing that this Préau can read. */
    public Set<String> facts(String module) {
        return desired.find(module)
                .flatMap(DesiredModule::release)
                .flatMap(store::find)
                .map(Release::manifest)
                .map(PluginManifest::listens)
                .orElse(Set.of());
    }
}
