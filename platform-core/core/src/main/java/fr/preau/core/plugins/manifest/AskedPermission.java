package fr.preau.core.plugins.manifest;

import fr.preau.api.plugin.Permission;
import java.util.List;

/**
 * A permission that a module asks for.
 *
 * @param reason why, in French, for a principal
 * @param hosts with {@link Permission#NETWORK} the servers it talks to, by name
 */
public record AskedPermission(Permission permission, String reason, List<String> hosts) {

    public AskedPermission {
        hosts = List.copyOf(hosts);
    }
}
