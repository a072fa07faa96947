package fr.preau.communication.folders;

import org.jspecify.annotations.Nullable;

/** What a new folder shall be called. */
public record FolderInput(@Nullable String name) {}
