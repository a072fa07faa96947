package fr.preau.portal.look;

import fr.preau.portal.pages.CollegeModules;
import fr.preau.portal.pages.CollegeState;
import fr.preau.portal.pages.CommuneTotals;
import fr.preau.portal.pages.ModulesPage;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * The open collèges of one commune in the matrix of modules.
 *
 * @param rows those that are shown: a search may leave some out, the totals never do
 */
public record CommuneRows(CommuneTotals totals, List<CollegeModules> rows) {

    public CommuneRows {
        rows = List.copyOf(rows);
    }

    static List<CommuneRows> of(ModulesPage page) {
        return page.communes().stream()
                .map(totals -> new CommuneRows(totals, open(page, totals.commune())))
                .filter(commune -> !commune.rows.isEmpty())
                .toList();
    }

    private static List<CollegeModules> open(ModulesPage page, String commune) {
        return page.rows().stream()
                .filter(row -> row.state() == CollegeState.ACTIVE)
                .filter(row -> row.commune().equals(commune))
                .toList();
    }

    public String commune() {
        return totals.commune();
    }

    /** The commune as a name in the page's own addresses, as in {@code saint-cloud}. */
    public String anchor() {
        return Normalizer.normalize(commune(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
    }
}
