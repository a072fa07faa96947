package fr.preau.portal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What removing a module would change, asked before it is done.
 *
 * @param release the SHA-256 of the release that would stop; null when it is removed already
 * @param version of that release
 * @param enabled at how many of the active collèges it is on
 * @param losing the modules that would lose a service
 */
public record ModuleRemovalPage(
        String module,
        String title,
        @Nullable String release,
        @Nullable String version,
        int enabled,
        List<LosingModule> losing) {

    public ModuleRemovalPage {
        losing = List.copyOf(losing);
    }
}
