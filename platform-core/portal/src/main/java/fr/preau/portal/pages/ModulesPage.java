package fr.preau.portal.pages;

import java.util.List;

/**
 * The matrix of collèges and modules.
 *
 * @param search what the rows were searched for, empty for all
 * @param total how many collèges there are, shown or not
 * @param rows sorted by commune, then name
 */
public record ModulesPage(
        String search, int total, List<ModuleColumn> modules, List<CollegeModules> rows) {

    public ModulesPage {
        modules = List.copyOf(modules);
        rows = List.copyOf(rows);
        for (CollegeModules row : rows) {
            if (row.switches().size() != modules.size()) {
                throw new IllegalArgumentException(
                        row.slug() + " must have a switch for each module of the page");
            }
        }
    }
}
