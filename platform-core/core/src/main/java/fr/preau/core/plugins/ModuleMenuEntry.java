package fr.preau.core.plugins;

import fr.preau.api.school.Profile;
import java.util.List;
import java.util.Set;

/**
 * An entry of a running module in the menu of a collège, with its words.
 *
 * @param path where it leads, below the module
 * @param also further places below the module, on whose pages it is the current entry
 * @param profiles who sees it
 * @param settings whether it stands with the settings of the collège, not in the menu itself
 */
public record ModuleMenuEntry(
        String label, String path, List<String> also, Set<Profile> profiles, boolean settings) {

    public ModuleMenuEntry {
        also = List.copyOf(also);
        profiles = Set.copyOf(profiles);
    }
}
