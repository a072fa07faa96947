package fr.preau.core.plugins;

import fr.preau.api.school.Profile;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a running module in the menu of a collège, with its words.
 *
 * @param path where it leads, below the module
 * @param also further places below the module, on whose pages it is the current entry
 * @param profiles who sees it
 * @param sets what is set there, in a sentence, where it stands with the settings of the collège
 *     and not in the menu itself
 */
public record ModuleMenuEntry(
        String label,
        String path,
        List<String> also,
        Set<Profile> profiles,
        @Nullable String sets) {

    public ModuleMenuEntry {
        also = List.copyOf(also);
        profiles = Set.copyOf(profiles);
    }
}
