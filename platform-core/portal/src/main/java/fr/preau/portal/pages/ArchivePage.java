package fr.preau.portal.pages;

import java.util.List;

/**
 * What the archive of a collège that leaves will hold.
 *
 * @param modules what users call the modules that keep something there
 */
public record ArchivePage(CollegeName college, List<String> modules) {

    public ArchivePage {
        modules = List.copyOf(modules);
    }
}
