package fr.preau.communication.folders;

import fr.preau.api.route.Violations;
import java.util.UUID;

/**
 * The form in which a folder gets another name.
 *
 * @param current what it is called until then
 * @param name what was typed
 */
public record FolderNamePage(UUID folder, String current, String name, Violations violations) {}
