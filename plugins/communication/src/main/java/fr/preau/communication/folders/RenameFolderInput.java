package fr.preau.communication.folders;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a folder shall be called from now on.
 *
 * @param name null where its form is only asked for
 */
public record RenameFolderInput(UUID folder, @Nullable String name) {}
