package fr.preau.portal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The matrix of collèges and modules.
 *
 * @param search what the rows were searched for, empty for all
 * @param active how many collèges can have a module, shown or not
 * @param departement the row of the Département's own place; null where no module is for it
 * @param communes of the rows, in their order
 * @param rows sorted by commune, then name; a prepared collège has its row too
 * @param turned what was just switched for many collèges, told once
 */
public record ModulesPage(
        String search,
        int active,
        List<ModuleColumn> modules,
        @Nullable CollegeModules departement,
        List<CommuneTotals> communes,
        List<CollegeModules> rows,
        @Nullable ModuleTurned turned) {

    public ModulesPage {
        modules = List.copyOf(modules);
        communes = List.copyOf(communes);
        rows = List.copyOf(rows);
        for (CollegeModules row : rows) {
            if (row.switches().size() != modules.size()) {
                throw new IllegalArgumentException(
                        row.slug() + " must have a switch for each module of the page");
            }
        }
    }

    /** The collèges that are known but not open: they have no module to switch. */
    public List<CollegeModules> prepared() {
        return rows.stream().filter(row -> row.state() == CollegeState.PREPARED).toList();
    }
}
