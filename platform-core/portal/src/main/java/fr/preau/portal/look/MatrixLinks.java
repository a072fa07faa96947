package fr.preau.portal.look;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.preau.portal.pages.ModulesPage;
import java.net.URLEncoder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the links of the matrix of modules lead. */
public final class MatrixLinks {

    private MatrixLinks() {}

    /**
     * The question before a module is switched for many collèges.
     *
     * @param commune those of this commune, or all when it is null
     */
    public static String confirm(String module, @Nullable String commune, boolean enabled) {
        String all = "/departement/modules/" + module + "/confirmation?enabled=" + enabled;
        return commune == null ? all : all + "&commune=" + URLEncoder.encode(commune, UTF_8);
    }

    /** What else htmx takes from the answer when one switch was pressed. */
    public static String refreshed(ModulesPage page) {
        return page.modules().stream()
                .map(module -> "#count-" + module.id() + ",#all-" + module.id())
                .collect(Collectors.joining(",", "#notice,", ""));
    }
}
