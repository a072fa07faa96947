package fr.preau.communication.folders;

import java.util.UUID;

/** Which folder to delete. */
public record DeleteFolderInput(UUID folder) {}
