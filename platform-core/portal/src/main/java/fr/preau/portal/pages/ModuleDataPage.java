package fr.preau.portal.pages;

import java.util.List;

/**
 * What a module keeps, collège by collège.
 *
 * @param title what users call the module
 */
public record ModuleDataPage(String module, String title, List<KeptLine> colleges) {

    public ModuleDataPage {
        colleges = List.copyOf(colleges);
    }

    /** Of tables (estimated) and files, everywhere. */
    public long bytes() {
        return colleges.stream().mapToLong(KeptLine::bytes).sum();
    }
}
