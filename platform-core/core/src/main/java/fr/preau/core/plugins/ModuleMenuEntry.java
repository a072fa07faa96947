package fr.preau.core.plugins;

import fr.preau.api.school.Profile;
import java.util.Set;

/**
 * An entry of a running module in the menu of a collège, with its words.
 *
 * @param path where it leads, below the module
 * @param profiles who sees it
 */
public record ModuleMenuEntry(String label, String path, Set<Profile> profiles) {

    public ModuleMenuEntry {
        profiles = Set.copyOf(profiles);
    }
}
