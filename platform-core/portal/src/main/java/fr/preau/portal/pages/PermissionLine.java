package fr.preau.portal.pages;

import fr.preau.api.plugin.Permission;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A permission that a module asks for.
 *
 * @param reason why, in the publisher's words
 * @param hosts with {@link Permission#NETWORK} the servers it talks to
 * @param grantedAt when it was granted; null when it was not
 * @param grantedBy by whom
 */
public record PermissionLine(
        Permission permission,
        String reason,
        List<String> hosts,
        @Nullable Instant grantedAt,
        @Nullable String grantedBy) {

    public PermissionLine {
        hosts = List.copyOf(hosts);
    }
}
