package fr.preau.portal.pages;

import java.util.List;

/**
 * What a module answered to an erasure.
 *
 * @param title what users call it
 * @param answered whether it could be asked
 * @param erased how many things are gone
 * @param anonymised how many stay without saying whom they are about
 * @param kept what has to stay, each with its reason
 */
public record ErasedLine(
        String title, boolean answered, int erased, int anonymised, List<String> kept) {

    public ErasedLine {
        kept = List.copyOf(kept);
    }
}
