package fr.preau.api.privacy;

import java.util.List;

/**
 * What became of a person's data in a module.
 *
 * @param erased how many things are gone
 * @param anonymised how many stay without saying whom they are about
 * @param kept what has to stay, and why
 */
public record ErasureReport(int erased, int anonymised, List<Kept> kept) {

    /**
     * Something that is not erased.
     *
     * @param what in French, as in « 3 factures »
     * @param why the duty to keep it, in French
     */
    public record Kept(String what, String why) {}

    public ErasureReport {
        kept = List.copyOf(kept);
    }

    /** So many things are gone, and nothing is left. */
    public static ErasureReport erased(int things) {
        return new ErasureReport(things, 0, List.of());
    }
}
