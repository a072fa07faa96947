package fr.preau.portal.look;

import fr.preau.portal.pages.CollegeModules;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rows of one commune in the matrix of modules. */
public record CommuneRows(String commune, List<CollegeModules> rows) {

    public CommuneRows {
        rows = List.copyOf(rows);
    }

    static List<CommuneRows> of(List<CollegeModules> rows) {
        Map<String, List<CollegeModules>> byCommune = new LinkedHashMap<>();
        for (CollegeModules row : rows) {
            byCommune.computeIfAbsent(row.commune(), commune -> new ArrayList<>()).add(row);
        }
        return byCommune.entrySet().stream()
                .map(entry -> new CommuneRows(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The commune as a name in the page's own addresses, as in {@code saint-cloud}. */
    public String anchor() {
        return Normalizer.normalize(commune, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
    }

    /** Whether the module in this column is on everywhere in the commune. */
    public boolean allEnabled(int column) {
        return rows.stream().allMatch(row -> row.switches().get(column).enabled());
    }
}
