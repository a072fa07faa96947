package fr.preau.portal.pages;

import java.util.List;

/**
 * A commune in the matrix, with all its active collèges, also those that a search leaves out.
 *
 * @param active how many collèges it has that are open to their people
 * @param enabled at how many of them each module of the page is on, in the same order
 */
public record CommuneTotals(String commune, int active, List<Integer> enabled) {

    public CommuneTotals {
        enabled = List.copyOf(enabled);
    }
}
