package fr.preau.communication.folders;

import fr.preau.api.route.Violations;
import java.util.List;
import java.util.UUID;

/**
 * The folders of somebody, beside archive and bin.
 *
 * @param write where this person begins a letter, below the module
 * @param name what was typed for a new one
 */
public record FoldersPage(
        List<Line> folders, String write, String name, boolean full, Violations violations) {

    public FoldersPage {
        folders = List.copyOf(folders);
    }

    /** A folder. */
    public record Line(UUID folder, String name) {}
}
