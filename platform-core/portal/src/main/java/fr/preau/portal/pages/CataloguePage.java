package fr.preau.portal.pages;

import java.util.List;

/**
 * All modules that were ever brought.
 *
 * @param open whether this installation runs whatever it is given
 * @param active how many collèges can have a module
 * @param refused files in the folder of modules that can't be taken
 */
public record CataloguePage(
        boolean open, int active, List<CatalogueLine> modules, List<RefusedJar> refused) {

    public CataloguePage {
        modules = List.copyOf(modules);
        refused = List.copyOf(refused);
    }
}
