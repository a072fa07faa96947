package fr.preau.core.plugins;

import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.plugins.weaving.DeprecatedUse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes into the log what a release uses of the API that is going to leave, once: who switches it
 * off and on need not read it again.
 */
final class ToldDeprecations {

    private static final Logger LOG = LoggerFactory.getLogger(ToldDeprecations.class);

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    void tell(PluginManifest manifest, String release, List<DeprecatedUse> uses) {
        if (told.add(release)) {
            uses.forEach(
                    use -> LOG.warn("module {} {}: {}", manifest.id(), manifest.version(), use));
        }
    }
}
