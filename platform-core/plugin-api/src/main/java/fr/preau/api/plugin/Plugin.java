package fr.preau.api.plugin;

import fr.preau.api.route.Route;
import java.util.List;

/**
 * A module: the one OSGi service a bundle offers to Préau. Its manifest, {@code
 * META-INF/preau/plugin.json}, says who it is and what it brings; this does it.
 */
public interface Plugin {

    List<Route<?, ?>> routes();

    /** One for each card of the manifest. */
    default List<Card<?>> cards() {
        return List.of();
    }
}
