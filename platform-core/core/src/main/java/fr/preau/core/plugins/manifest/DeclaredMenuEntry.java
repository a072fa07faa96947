package fr.preau.core.plugins.manifest;

import fr.preau.api.school.Profile;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the menu of a collège.
 *
 * @param textKey its label in the module's texts
 * @param path where it leads, below the module
 * @param also further places below the module, on whose pages it is the current entry
 * @param profiles who sees it
 * @param settingsKey of the sentence that says what is set there, in the module's texts: then it
 *     stands with the settings of the collège, not in the menu itself
 */
public record DeclaredMenuEntry(
        String textKey,
        String path,
        List<String> also,
        Set<Profile> profiles,
        @Nullable String settingsKey) {

    public DeclaredMenuEntry {
        also = List.copyOf(also);
        profiles = Set.copyOf(profiles);
    }
}
