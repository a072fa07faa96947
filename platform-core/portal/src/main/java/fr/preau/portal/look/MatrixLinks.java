package fr.preau.portal.look;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.preau.portal.pages.ModuleColumn;
import fr.preau.portal.pages.ModulesPage;
import java.net.URLEncoder;
import java.util.stream.Collectors;

/** Where the links of the matrix of modules lead. */
public final class MatrixLinks {

    private MatrixLinks() {}

    /** The question before a module is switched for all collèges. */
    public static String confirmAll(ModuleColumn module, int colleges) {
        return confirm(module) + (module.enabled() < colleges);
    }

    /** The question before a module is switched for a commune. */
    public static String confirmCommune(ModuleColumn module, CommuneRows commune, int column) {
        return confirm(module)
                + !commune.allEnabled(column)
                + "&commune="
                + URLEncoder.encode(commune.commune(), UTF_8);
    }

    private static String confirm(ModuleColumn module) {
        return "/departement/modules/" + module.id() + "/confirmation?enabled=";
    }

    /** What else htmx takes from the answer when one switch was pressed. */
    public static String refreshed(ModulesPage page) {
        return page.modules().stream()
                .map(module -> "#count-" + module.id() + ",#all-" + module.id())
                .collect(Collectors.joining(",", "#notice,", ""));
    }
}
