package fr.preau.api.web;

import fr.preau.api.school.Uai;
import java.net.URI;

/** Where Préau is on the web, for addresses that leave it, as in a mail or for another server. */
public interface Site {

    /**
     * The whole address of a page of this module.
     *
     * @param path below the module, as in {@code /items?page=2}
     * @throws IllegalArgumentException when there is no such place
     */
    URI page(Uai place, String path);

    /**
     * Where a browser finds a page of a server outside: there, or in a demonstration at whoever
     * stands in for it.
     */
    default URI outside(URI address) {
        return address;
    }
}
