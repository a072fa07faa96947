package fr.preau.portal.pages;

import fr.preau.api.school.Profile;
import java.util.Set;

/** A menu entry of a module, and who has it. */
public record ModuleEntry(ModuleLink link, Set<Profile> profiles) {

    public ModuleEntry {
        profiles = Set.copyOf(profiles);
    }
}
