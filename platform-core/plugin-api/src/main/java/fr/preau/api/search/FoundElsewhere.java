package fr.preau.api.search;

import fr.preau.api.school.College;
import java.util.List;

/**
 * What somebody found at their other collèges.
 *
 * @param complete false where one of them did not answer in time
 */
public record FoundElsewhere(List<Line> lines, boolean complete) {

    /** Of whoever is at one collège only. */
    public static final FoundElsewhere NOTHING = new FoundElsewhere(List.of(), true);

    public FoundElsewhere {
        lines = List.copyOf(lines);
    }

    /**
     * A finding with its collège.
     *
     * @param module the address of the module at that collège, on this host
     */
    public record Line(College college, Finding finding, String module) {

        /** Of the page on which it is. */
        public String address() {
            return module + finding.path();
        }
    }
}
