package fr.preau.canteen.registration;

import fr.preau.api.directory.Directory;
import fr.preau.api.directory.Family;
import fr.preau.api.directory.FamilyChild;
import fr.preau.api.route.Request;

/**
 * The children for whom a guardian acts at the place of a request: at the Département those at all
 * collèges, at a collège that runs its own canteen those who go there.
 */
public final class OwnChildren {

    private final Directory directory;

    public OwnChildren(Directory directory) {
        this.directory = directory;
    }

    /** Asks the collèges there and then. */
    public Family of(Request request) {
        if (request.college().uai().isDepartement()) {
            return request.family();
        }
        return new Family(
                directory.childrenOf(request.caller().person()).stream()
                        .map(
                                child ->
                                        new FamilyChild(
                                                request.college(),
                                                request.caller().person(),
                                                child))
                        .toList(),
                true);
    }
}
