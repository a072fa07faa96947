package fr.preau.api.plugin;

import fr.preau.api.route.Route;
import java.util.List;

/**
 * A module: the one OSGi service a bundle offers to Préau. Its manifest, {@code
 * META-INF/preau/plugin.json}, says who it is; this says what it does.
 */
public interface Plugin {

    List<Route<?, ?>> routes();

    /** What it shows on the accueil. */
    default List<Card<?>> cards() {
        return List.of();
    }

    /** Its entries in the menu of a collège. */
    default List<MenuEntry> menu() {
        return List.of();
    }
}
