package fr.preau.core.persistence.tables;

import fr.preau.core.tenancy.RecentTexts;
import fr.preau.core.tenancy.SqlCheck;
import java.sql.SQLSyntaxErrorException;
import java.util.Optional;

/**
 * Each statement that a module's persistence unit sends names the module's own tables and no
 * others, wherever in the statement a table may stand.
 *
 * <p>The role of the collège reaches all its tables, so MariaDB does not refuse them by itself.
 * What is not understood without doubt is refused, since the parser here is not MariaDB's. Values
 * are bound, so a module says few different texts, and those that passed are remembered.
 */
final class OwnTablesRule implements SqlCheck {

    private final OwnTables tables;
    private final RecentTexts passed = new RecentTexts();

    OwnTablesRule(OwnTables tables) {
        this.tables = tables;
        try {
            // Loads the parser here, on the host's own thread, and not within the first page.
            NamedTables.of("SELECT 1");
        } catch (SQLSyntaxErrorException e) {
            throw new IllegalStateException("the parser of SQL does not work", e);
        }
    }

    @Override
    public void check(String sql) throws SQLSyntaxErrorException {
        if (passed.contains(sql)) {
            return;
        }
        for (String table : NamedTables.of(sql)) {
            Optional<String> mistake = tables.mistake(table);
            if (mistake.isPresent()) {
                throw new SQLSyntaxErrorException(mistake.get());
            }
        }
        passed.add(sql);
    }
}
