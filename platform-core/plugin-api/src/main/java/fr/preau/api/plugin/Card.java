package fr.preau.api.plugin;

import fr.preau.api.page.Fragment;
import fr.preau.api.route.Request;
import java.util.function.Function;

/**
 * What a card of the manifest does: shown on the accueil, once for each collège of the person where
 * the module is on.
 *
 * @param id as in the manifest, which also says who gets it
 * @param page the record it shows, which is also in the accueil's JSON
 * @param read makes the record; it has a small budget of time and of statements
 * @param fragment draws it
 */
public record Card<P>(String id, Class<P> page, Function<Request, P> read, Fragment<P> fragment) {}
