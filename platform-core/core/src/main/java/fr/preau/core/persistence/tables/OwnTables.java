package fr.preau.core.persistence.tables;

import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.core.tenancy.ModuleTables;
import fr.preau.core.tenancy.SqlCheck;
import java.util.Optional;
import java.util.Set;

/**
 * The tables that a persistence unit works with: a module's are those that its own migrations make.
 *
 * <p>Not all that begin with its id: the tables of a module {@code notes-archive} begin with {@code
 * notes_} too.
 */
public final class OwnTables {

    private final Optional<ModuleTables> ofModule;
    private final Set<String> names;

    private OwnTables(Optional<ModuleTables> ofModule) {
        this.ofModule = ofModule;
        this.names = ofModule.map(ModuleTables::own).map(Set::copyOf).orElse(Set.of());
    }

    /** For the core's own units, which are free. */
    public static OwnTables ofCore() {
        return new OwnTables(Optional.empty());
    }

    public static OwnTables ofModule(String id, MigrationScripts scripts) {
        return new OwnTables(Optional.of(new ModuleTables(id, scripts)));
    }

    /** What is wrong with a table, when the unit may not name it. */
    public Optional<String> mistake(String table) {
        return ofModule.filter(module -> !names.contains(table))
                .map(
                        module ->
                                "« %s » is not a table of this module: it may name those that its"
                                                .formatted(table)
                                        + " migrations make, which begin with « %s »"
                                                .formatted(module.prefix()));
    }

    /** What is held against each statement of the unit. */
    public SqlCheck rule() {
        return ofModule.isEmpty() ? sql -> {} : new OwnTablesRule(this);
    }
}
