package fr.preau.core.web;

import fr.preau.api.school.Uai;
import fr.preau.api.web.Site;
import java.net.URI;
import java.util.function.Function;

/** Where the pages of one module are on the web. */
public final class SiteOfModule implements Site {

    private final String site;
    private final String module;
    private final Function<Uai, String> slugs;
    private final StandIns standIns;

    /**
     * @param site how people reach Préau, as in {@code https://ent.example}
     * @param slugs the names of places in addresses
     */
    public SiteOfModule(
            String site, String module, Function<Uai, String> slugs, StandIns standIns) {
        this.site = site;
        this.module = module;
        this.slugs = slugs;
        this.standIns = standIns;
    }

    @Override
    public URI page(Uai place, String path) {
        return URI.create(site + "/c/" + slugs.apply(place) + "/" + module + path);
    }

    @Override
    public URI outside(URI address) {
        return standIns.reached(address);
    }
}
