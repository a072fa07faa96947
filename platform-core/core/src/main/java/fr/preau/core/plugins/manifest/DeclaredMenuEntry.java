package fr.preau.core.plugins.manifest;

import fr.preau.api.school.Profile;
import java.util.Set;

/**
 * An entry in the menu of a collège.
 *
 * @param textKey its label in the module's texts
 * @param path where it leads, below the module
 * @param profiles who sees it
 */
public record DeclaredMenuEntry(String textKey, String path, Set<Profile> profiles) {

    public DeclaredMenuEntry {
        profiles = Set.copyOf(profiles);
    }
}
