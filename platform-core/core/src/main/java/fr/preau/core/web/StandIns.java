package fr.preau.core.web;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who stands in for servers outside, in demonstrations and tests; nobody where people are real.
 *
 * <p>A module never knows: it asks the server by its own name.
 */
public final class StandIns {

    private final Map<String, URI> byHost = new ConcurrentHashMap<>();

    /**
     * Lets somebody stand in from now on.
     *
     * @param host the name of a server
     * @param base where the same paths are answered
     */
    public void put(String host, URI base) {
        byHost.put(host.toLowerCase(Locale.ROOT), base);
    }

    /** Lets nobody stand in any more. */
    public void clear() {
        byHost.clear();
    }

    /** The address at whoever stands in for its server, or the address itself. */
    URI reached(URI address) {
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return of(address.getHost())
                .map(base -> base.resolve(address.getRawPath() + query))
                .orElse(address);
    }

    Optional<URI> of(String host) {
        return Optional.ofNullable(byHost.get(host.toLowerCase(Locale.ROOT)));
    }
}
