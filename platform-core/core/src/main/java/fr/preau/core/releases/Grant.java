package fr.preau.core.releases;

import fr.preau.api.plugin.Permission;
import java.time.Instant;
import java.util.List;

/**
 * A permission that a module was given.
 *
 * @param hosts with {@link Permission#NETWORK} the servers it may talk to
 * @param by who gave it
 */
public record Grant(Permission permission, List<String> hosts, Instant since, String by) {

    public Grant {
        hosts = List.copyOf(hosts);
    }
}
