package fr.preau.portal.pages;

import java.util.List;

/**
 * How far the tables of the version that runs are there.
 *
 * @param ready at how many collèges this version answers
 * @param total at how many the module is on
 * @param failures where a migration failed: there the version before goes on
 */
public record TablesProgress(int ready, int total, List<TablesFailure> failures) {

    public TablesProgress {
        failures = List.copyOf(failures);
    }

    /** Whether more collèges will be ready without anybody's doing. */
    public boolean underWay() {
        return ready + failures.size() < total;
    }
}
